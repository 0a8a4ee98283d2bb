package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.List;

/** A product of one brand; prices are in minor units of the brand's currency. */
public record Product(
    Brand brand,
    long id,
    String title,
    String type,
    List<Variant> variants,
    long firstPrice,
    LocalDate createdOn,
    LocalDate repricedOn) {
  private static final double PRICE_RISE = 1.06;
  private static final double COST_SHARE = .58;

  /** The web shop's price on a day. */
  public long price(LocalDate date) {
    return date.isBefore(repricedOn) ? firstPrice : charming(firstPrice * PRICE_RISE);
  }

  /** The price at the tills of a store, in its currency. */
  public long price(Store store, LocalDate date) {
    double converted = price(date) * level(store.currency()) / level(brand.currency());
    return store.currency().equals(brand.currency()) ? price(date) : charming(converted);
  }

  /** Its place among the brand's products, from 0. */
  public int index() {
    return (int) (id / 100 % 1000) - 1;
  }

  /** What a unit costs the brand. */
  public long cost() {
    return Math.round(firstPrice * COST_SHARE);
  }

  private static double level(String currency) {
    return switch (currency) {
      case "GBP" -> .79;
      case "EUR" -> .92;
      default -> 1;
    };
  }

  /** The nearest price that ends in .95 or, when small, in .50 or .00. */
  static long charming(double price) {
    return price < 1500 ? Math.round(price / 50) * 50 : Math.round((price + 5) / 100) * 100 - 5;
  }
}
