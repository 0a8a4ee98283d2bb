package io.tributary.sample.source;

import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Line;
import io.tributary.sample.world.Refund;
import io.tributary.sample.world.ShopOrder;

/** What a web order costs beyond its goods. Europe's prices include tax, America's do not. */
public final class Charges {
  private static final double SALES_TAX = .07;

  private final ShopOrder order;

  /** The charges of an order. */
  public Charges(ShopOrder order) {
    this.order = order;
  }

  /** Whether prices hold the tax. */
  public boolean taxIncluded() {
    return order.brand() == Brand.APPAREL || order.brand() == Brand.BEAUTY;
  }

  /** The tax on goods of this value, or within it. */
  public long tax(long goods) {
    if (taxIncluded()) {
      double rate = order.brand() == Brand.APPAREL ? .20 : .19;
      return Math.round(goods * rate / (1 + rate));
    }
    return order.buyer().country().equals("US") ? Math.round(goods * SALES_TAX) : 0;
  }

  /** What the buyer paid in all. */
  public long total() {
    long goods = order.subtotal();
    return goods + order.shipping() + addedTax(goods);
  }

  private long addedTax(long goods) {
    return taxIncluded() ? 0 : tax(goods);
  }

  /** What was taken off. */
  public long discounts() {
    return order.lines().stream().mapToLong(Line::discount).sum();
  }

  long refundedShipping(Refund refund) {
    return refund.withShipping() ? order.shipping() : 0;
  }

  /** What a refund pays back in all. */
  long refunded(Refund refund) {
    long goods = order.goods(refund);
    return goods + addedTax(goods) + refundedShipping(refund);
  }
}
