package io.tributary.sample.source;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.world.Fate;
import io.tributary.sample.world.Refund;
import io.tributary.sample.world.ShopOrder;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What is known of a web order's fate at a delivery. */
public record OrderStatus(ShopOrder order, Delivery delivery) {
  /** Its cancellation, if that is known. */
  public Optional<Fate.Cancellation> cancellation() {
    return order.fate().cancellation().filter(known -> delivery.knows(known.at()));
  }

  /** When it was sent, if that is known. */
  public Optional<LocalDateTime> fulfilledAt() {
    return order.fate().fulfilledAt().filter(delivery::knows);
  }

  /** The refunds that are known. */
  public List<Refund> refunds() {
    return order.refunds().stream().filter(refund -> delivery.knows(refund.at())).toList();
  }

  /** Whether it was sent, in words; null where it was not. */
  public String fulfilment() {
    return fulfilledAt().isPresent() ? "fulfilled" : null;
  }

  /** How it was paid, in words. */
  public String financial() {
    if (!order.fate().paid()) {
      return unpaid();
    }
    long back = refunds().stream().mapToLong(order::goods).sum();
    if (back == 0) {
      return refunds().isEmpty() ? "paid" : "partially_refunded";
    }
    return back == order.subtotal() ? "refunded" : "partially_refunded";
  }

  private String unpaid() {
    if (cancellation().isPresent()) {
      return "voided";
    }
    if (order.fate().cancellation().isPresent()) {
      return "authorized";
    }
    return order.number() % 2 == 0 ? "pending" : "voided";
  }
}
