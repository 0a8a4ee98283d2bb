package io.tributary.sample.journey;

import io.tributary.sample.world.ShopOrder;
import java.util.Optional;

/** What was clicked last before an order, and which way it would not have come about without. */
public record Cause(ShopOrder order, Way lastClick, Optional<Way> reason) {}
