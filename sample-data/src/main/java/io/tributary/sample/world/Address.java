package io.tributary.sample.world;

/** A home; {@code dial} is its area code. */
public record Address(
    String street, String city, String region, String postcode, String country, String dial) {}
