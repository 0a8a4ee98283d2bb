package io.tributary.sample.stock;

import io.tributary.sample.world.Product;
import io.tributary.sample.world.Variant;

/** One stock-keeping unit and the warehouse it lies in. */
public record Sku(Product product, Variant variant) {
  /** The warehouse. */
  public String warehouse() {
    return switch (product.brand()) {
      case HOME, KIDS -> "DC-US";
      case APPAREL -> "DC-UK";
      case BEAUTY -> "DC-EU";
    };
  }
}
