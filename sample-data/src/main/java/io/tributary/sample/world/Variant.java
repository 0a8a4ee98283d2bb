package io.tributary.sample.world;

/** One buyable form of a product. */
public record Variant(long id, String sku, String option) {}
