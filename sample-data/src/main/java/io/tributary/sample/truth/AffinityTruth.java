package io.tributary.sample.truth;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Affinity;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Product;
import io.tributary.sample.world.World;
import java.util.Locale;

/**
 * Which products are bought together and which follow each other: what the pairs make of the
 * baskets there are, in the mean, and what independent lines would make of the same baskets.
 */
public final class AffinityTruth implements Source {
  private static final Frame FRAME =
      Frame.table(
          "brand",
          "kind",
          "first_product_id",
          "first_sku",
          "first_title",
          "second_product_id",
          "second_sku",
          "second_title",
          "line_probability",
          "baskets",
          "baskets_with_first",
          "baskets_with_second",
          "baskets_with_both",
          "probability",
          "lift",
          "lift_if_independent");

  private final World world;
  private Trips trips = new Trips();

  /** The pairs of a world. */
  public AffinityTruth(World world) {
    this.world = world;
  }

  @Override
  public void open(Shipment shipment) {
    trips = new Trips();
  }

  @Override
  public void add(Family family, Shipment shipment) {
    family.lives().forEach(life -> trips.add(life, shipment.delivery()));
  }

  @Override
  public void close(Shipment shipment) {
    var file = shipment.truth("affinities.csv", FRAME);
    for (var brand : Brand.values()) {
      int number = 0;
      for (var pair : world.affinities().of(brand)) {
        file.add("%d%03d".formatted(brand.number(), number++), record(pair));
      }
    }
  }

  private String record(Affinity pair) {
    var brand = pair.first().brand();
    var planted = new Expectation(pair, tier -> world.affinities().chain(brand, tier));
    var odds = planted.odds(trips);
    var independent = planted.withoutPairs().odds(trips);
    return Csv.line(
        brand.slug(),
        pair.kind().name().toLowerCase(Locale.ROOT),
        pair.first().id(),
        item(pair.first()),
        pair.first().title(),
        pair.second().id(),
        item(pair.second()),
        pair.second().title(),
        decimals("%.4f", planted.lineProbability(trips)),
        (long) odds.baskets(),
        decimals("%.1f", odds.first()),
        decimals("%.1f", odds.second()),
        decimals("%.1f", odds.both()),
        decimals("%.4f", odds.probability()),
        decimals("%.2f", odds.lift()),
        decimals("%.2f", independent.lift()));
  }

  /** What the SKUs of a product's variants begin with. */
  private static String item(Product product) {
    var sku = product.variants().get(0).sku();
    return sku.substring(0, sku.lastIndexOf('-'));
  }

  private static String decimals(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
