package io.tributary.models;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The certified customer lifetime value: average order value x number of orders, both over the
 * trailing year, x lifespan in years x gross margin.
 */
public final class CertifiedValue {
  private CertifiedValue() {}

  /**
   * The value of one customer to one brand, rounded half up to the cent; null without orders in the
   * year. Average order value x orders is the year's net revenue, so nothing is rounded before the
   * end.
   */
  public static BigDecimal of(Year year, BigDecimal lifespanYears, BigDecimal grossMargin) {
    if (year.orders() == 0) {
      return null;
    }
    return year.netRevenue()
        .multiply(lifespanYears)
        .multiply(grossMargin)
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** A customer's trailing year: orders, and what they earned after returns. */
  public record Year(long orders, BigDecimal netRevenue) {

    /** What an order earned on average; null without orders. */
    public BigDecimal averageOrderValue() {
      return orders == 0
          ? null
          : netRevenue.divide(BigDecimal.valueOf(orders), 2, RoundingMode.HALF_UP);
    }
  }
}
