package io.tributary.models.identity.calibration;

/**
 * What a model said of two records, and what somebody decided of them.
 *
 * @param bits the odds, in bits, that they are one person
 */
public record LabelledOdds(double bits, boolean isSame) {}
