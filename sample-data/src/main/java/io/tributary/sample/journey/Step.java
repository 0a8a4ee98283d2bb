package io.tributary.sample.journey;

import io.tributary.sample.world.Product;
import java.util.Optional;

/** Something done on a visit, so many seconds after it began. */
public record Step(String name, int second, Optional<Product> product) {
  static Step of(String name, int second) {
    return new Step(name, second, Optional.empty());
  }

  static Step of(String name, int second, Product product) {
    return new Step(name, second, Optional.of(product));
  }
}
