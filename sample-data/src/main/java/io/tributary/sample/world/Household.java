package io.tributary.sample.world;

import java.util.List;

/** People who share a home. */
public record Household(long number, List<Person> members) {}
