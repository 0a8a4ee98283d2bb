package io.tributary.sample.truth;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Life;
import io.tributary.sample.world.Outlook;
import io.tributary.sample.world.Purchases;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.World;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What each person is worth to each brand in the year after the last day: as expected, and as
 * drawn.
 */
public final class Values implements Source {
  private static final Frame FRAME =
      Frame.table(
          "person",
          "brand",
          "expected_orders",
          "expected_value_usd",
          "drawn_orders",
          "drawn_value_usd");

  private final World world;
  private final Outlook outlook;

  /** The values of a world's people. */
  public Values(World world) {
    this.world = world;
    outlook = new Outlook(world);
  }

  @Override
  public void open(Shipment shipment) {
    shipment.truth("value.csv", FRAME);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    var file = shipment.truth("value.csv", FRAME);
    for (var life : family.lives()) {
      var promises = outlook.of(life);
      for (var brand : promises.keySet()) {
        var drawn = drawn(life, brand);
        var promise = promises.get(brand);
        file.add(
            People.key(life.person().number()) + brand.number(),
            Csv.line(
                life.person().number(),
                brand.slug(),
                decimals("%.4f", promise.orders()),
                decimals("%.2f", promise.usd()),
                (long) drawn.orders(),
                decimals("%.2f", drawn.usd())));
      }
    }
  }

  private static String decimals(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }

  private Outlook.Promise drawn(Life life, Brand brand) {
    LocalDate lastDay = world.scale().lastDay();
    LocalDate horizon = lastDay.plusDays(Scale.FUTURE_DAYS);
    double orders = 0;
    double usd = 0;
    for (var purchase : Purchases.of(life)) {
      boolean future = purchase.on().isAfter(lastDay) && !purchase.on().isAfter(horizon);
      if (future && purchase.netByBrand().containsKey(brand)) {
        orders += purchase.isSale() ? 1 : 0;
        usd += world.rates().usd(purchase.netByBrand().get(brand), purchase.currency(), lastDay);
      }
    }
    return new Outlook.Promise(orders, usd);
  }
}
