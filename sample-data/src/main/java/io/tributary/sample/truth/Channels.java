package io.tributary.sample.truth;

import io.tributary.sample.journey.Cause;
import io.tributary.sample.journey.Journeys;
import io.tributary.sample.journey.Way;
import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Purchases;
import io.tributary.sample.world.World;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What each way to the shops truly brought beside what it is credited with by the last click: the
 * orders that would not have come about without it.
 */
public final class Channels implements Source {
  private static final Frame FRAME =
      Frame.table(
          "brand",
          "channel",
          "visits",
          "last_click_orders",
          "incremental_orders",
          "incremental_sales",
          "incremental_value_usd");
  private static final Frame CAUSES = Frame.table("account", "order_id", "last_click", "caused_by");

  private final World world;
  private final Journeys journeys;
  private final Map<Brand, Map<Way, Tally>> tallies = new EnumMap<>(Brand.class);

  private static final class Tally {
    private long visits;
    private long lastClicks;
    private long orders;
    private long sales;
    private double usd;
  }

  /** The channels of these journeys. */
  public Channels(World world, Journeys journeys) {
    this.world = world;
    this.journeys = journeys;
  }

  @Override
  public void open(Shipment shipment) {
    tallies.clear();
    for (var brand : Brand.values()) {
      var ways = new EnumMap<Way, Tally>(Way.class);
      for (var way : Way.values()) {
        ways.put(way, new Tally());
      }
      tallies.put(brand, ways);
    }
    shipment.truth("causes.csv", CAUSES);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    var browsing = journeys.of(family);
    for (var session : browsing.sessions()) {
      if (shipment.delivery().knows(session.localTime(session.steps().get(0)))) {
        tallies.get(session.brand()).get(session.origin().way()).visits++;
      }
    }
    for (var cause : browsing.causes()) {
      if (shipment.delivery().knows(cause.order().at())) {
        add(cause, shipment);
      }
    }
  }

  private void add(Cause cause, Shipment shipment) {
    var order = cause.order();
    var ways = tallies.get(order.brand());
    ways.get(cause.lastClick()).lastClicks++;
    if (cause.reason().isEmpty()) {
      return;
    }
    var reason = cause.reason().orElseThrow();
    var tally = ways.get(reason);
    tally.orders++;
    if (order.isSale()) {
      tally.sales++;
      tally.usd += Purchases.of(order).usd(world.rates(), order.at().toLocalDate());
    }
    shipment
        .truth("causes.csv", CAUSES)
        .add(
            order.brand().slug() + order.id(),
            Csv.line(order.brand().slug(), order.id(), cause.lastClick().slug(), reason.slug()));
  }

  @Override
  public void close(Shipment shipment) {
    var file = shipment.truth("channels.csv", FRAME);
    tallies.forEach(
        (brand, ways) ->
            ways.forEach(
                (way, tally) ->
                    file.add(
                        brand.slug() + way.slug(),
                        Csv.line(
                            brand.slug(),
                            way.slug(),
                            tally.visits,
                            tally.lastClicks,
                            tally.orders,
                            tally.sales,
                            String.format(Locale.ROOT, "%.2f", tally.usd)))));
  }
}
