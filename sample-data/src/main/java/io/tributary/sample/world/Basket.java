package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Goods of one brand, all bought with the same discount in percent. */
record Basket(Occasion occasion, int percent, List<Goods> goods) {
  /** Where and when a basket is filled; without a store it is the brand's web shop. */
  record Occasion(Brand brand, Optional<Store> store, LocalDate date) {
    long price(Product product) {
      return store.map(place -> product.price(place, date)).orElseGet(() -> product.price(date));
    }
  }

  /** So many units of one thing. */
  record Goods(Product product, Variant variant, int quantity) {}

  List<Line> lines() {
    return goods.stream().map(this::line).toList();
  }

  private Line line(Goods goods) {
    long price = occasion.price(goods.product());
    long discount = Math.round(price * goods.quantity() * percent / 100.0);
    return new Line(goods.product(), goods.variant(), goods.quantity(), price, discount);
  }
}
