package io.tributary.jobs.settings;

/**
 * What the house knows of a brand that no export tells.
 *
 * @param zone where its business day begins; null for the default zone
 */
public record Brand(Zone zone) {}
