package io.tributary.sample.source.mail;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Line;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.ShopOrder;
import java.time.LocalDate;
import java.util.List;

/** The coupon codes of each brand and quarter, and the web orders they were used on. */
public final class Coupons implements Source {
  private static final List<Integer> PERCENTS = List.of(10, 20);
  private static final int MONTHS = 3;

  private final Scale scale;

  /** The coupons of a world of this scale. */
  public Coupons(Scale scale) {
    this.scale = scale;
  }

  private static ExportFile used(Shipment shipment) {
    var frame = Frame.table("code", "brand", "order_id", "redeemed_at", "discount", "currency");
    return shipment.landing("coupon_redemptions", "redemptions.csv.gz", frame);
  }

  /** The code that gives so much off in the quarter of a day. */
  static String code(Brand brand, int percent, LocalDate date) {
    int quarter = (date.getMonthValue() - 1) / MONTHS + 1;
    return "%s%d-%dQ%d".formatted(brand.name(), percent, date.getYear(), quarter);
  }

  @Override
  public void open(Shipment shipment) {
    used(shipment);
    var frame = Frame.table("code", "brand", "percent_off", "valid_from", "valid_to", "single_use");
    var file = shipment.landing("coupons", "coupons.csv", frame);
    var begin = scale.firstDay().withDayOfMonth(1);
    begin = begin.minusMonths((begin.getMonthValue() - 1) % MONTHS);
    for (var from = begin; !from.isAfter(scale.lastDay()); from = from.plusMonths(MONTHS)) {
      boolean known = shipment.delivery().knows(from) && shipment.delivery().isHistory();
      if (known || shipment.delivery().brings(from)) {
        for (var brand : Brand.values()) {
          for (int percent : PERCENTS) {
            var code = code(brand, percent, from);
            var to = from.plusMonths(MONTHS).minusDays(1);
            file.add(code, Csv.line(code, brand.title(), percent, from, to, "false"));
          }
        }
      }
    }
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var life : family.lives()) {
      for (var order : life.orders()) {
        long discount = order.lines().stream().mapToLong(Line::discount).sum();
        boolean fresh = order.isPlacedOnline() && shipment.delivery().brings(order.at());
        if (discount > 0 && fresh) {
          used(shipment).add(order.at() + " " + order.id(), record(order, discount));
        }
      }
    }
  }

  private static String record(ShopOrder order, long discount) {
    long full = order.subtotal() + discount;
    int percent = (int) Math.round(10.0 * discount / full) * 10;
    return Csv.line(
        code(order.brand(), percent, order.at().toLocalDate()),
        order.brand().title(),
        order.id(),
        Stamp.withOffset(order.at(), order.brand().zone()),
        Amount.text(discount),
        order.brand().currency());
  }
}
