package io.tributary.sample.journey;

import java.util.List;

/** All visits of a family, the earliest first, and what caused its orders. */
public record Browsing(List<Session> sessions, List<Cause> causes) {}
