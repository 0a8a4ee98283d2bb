package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what becomes of web orders. */
final class Aftermath {
  /** The share of orders that stand as sales: neither cancelled nor left unpaid. */
  static final double STANDING = .97;

  private static final double CANCELLED = .02;
  private static final double CAPTURED_BEFORE_CANCELLATION = .5;
  private static final double GOODWILL = .02;
  private static final List<String> REASONS = List.of("customer", "inventory", "fraud", "declined");
  private static final List<String> NOTES =
      List.of("Does not fit", "Changed my mind", "Damaged in transit", "Not as pictured", "");

  private final Baskets baskets;

  Aftermath(Baskets baskets) {
    this.baskets = baskets;
  }

  Fate fate(LocalDateTime at, Draw draw) {
    double luck = draw.uniform();
    if (luck < CANCELLED) {
      var cancelledAt = at.plusMinutes(draw.between(20, 2000));
      boolean captured = draw.chance(CAPTURED_BEFORE_CANCELLATION);
      var cancellation = new Fate.Cancellation(cancelledAt, draw.pick(REASONS));
      return new Fate(captured, Optional.empty(), Optional.of(cancellation));
    }
    if (luck < 1 - STANDING) {
      return new Fate(false, Optional.empty(), Optional.empty());
    }
    var sentAt = at.plusHours(draw.between(8, 90)).plusSeconds(draw.between(0, 3599));
    return new Fate(true, Optional.of(sentAt), Optional.empty());
  }

  List<Refund> refunds(LocalDateTime at, List<Line> lines, Fate fate, Draw draw) {
    if (!fate.paid()) {
      return List.of();
    }
    if (fate.cancellation().isPresent()) {
      return List.of(
          new Refund(0, fate.cancellation().orElseThrow().at(), all(lines), true, "Cancelled"));
    }
    var items = baskets.comingBack(lines, draw);
    var first = at.plusDays(draw.between(4, 24)).plusMinutes(draw.between(0, 600));
    if (items.isEmpty()) {
      boolean shippingPaid =
          lines.stream().mapToLong(Line::net).sum() < ShopOrder.FREE_SHIPPING_FROM;
      return shippingPaid && draw.chance(GOODWILL)
          ? List.of(new Refund(0, first, items, true, "Late delivery"))
          : List.of();
    }
    if (items.size() > 1 && draw.chance(.35)) {
      var second = first.plusDays(draw.between(1, 9)).plusMinutes(draw.between(0, 300));
      return List.of(
          new Refund(0, first, items.subList(0, 1), false, draw.pick(NOTES)),
          new Refund(1, second, items.subList(1, items.size()), false, draw.pick(NOTES)));
    }
    boolean withShipping = items.equals(all(lines)) && draw.chance(.3);
    return List.of(new Refund(0, first, items, withShipping, draw.pick(NOTES)));
  }

  private static List<Refund.Item> all(List<Line> lines) {
    var items = new ArrayList<Refund.Item>();
    for (int i = 0; i < lines.size(); i++) {
      items.add(new Refund.Item(i, lines.get(i).quantity()));
    }
    return items;
  }
}
