package io.tributary.silver.identity.match;

/** The people of a night, and what it leaves for the next. */
public record MatchNight(Matched matched, MatchState state) {}
