package io.tributary.models.identity.review;

/**
 * What would be said of two records if nobody had decided that they are one person, or are not.
 *
 * @param bits the model's odds, in bits, that the people whom all else makes of them are one
 * @param isTied whether the two people carry the same proven identifier
 */
public record ReviewedPair(Decision decision, double bits, boolean isTied) {}
