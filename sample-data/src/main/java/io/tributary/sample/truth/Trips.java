package io.tributary.sample.truth;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Life;
import io.tributary.sample.world.Line;
import io.tributary.sample.world.Receipt;
import io.tributary.sample.world.ShopOrder;
import io.tributary.sample.world.Tier;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many baskets of which size people fill, and how large the one before was. */
final class Trips {
  /** Baskets of a brand by buyers of a tier; nothing comes before a buyer's first. */
  record Size(Brand brand, Tier tier, int linesBefore, int lines) {}

  private record Trip(LocalDateTime at, List<Line> lines) {}

  /** In order, so that sums over them come to the same last digit on every machine. */
  private final SortedMap<Size, Integer> counts =
      new TreeMap<>(
          Comparator.comparing(Size::brand)
              .thenComparing(Size::tier)
              .thenComparing(Size::linesBefore)
              .thenComparing(Size::lines));

  /** Counts what a person has bought by now; tests, exchanges and returns fill no basket. */
  void add(Life life, Delivery delivery) {
    var trips = new ArrayList<Trip>();
    life.orders().stream()
        .filter(ShopOrder::isChosen)
        .forEach(order -> trips.add(new Trip(order.at(), order.lines())));
    life.receipts().stream()
        .filter(Receipt::isSale)
        .forEach(receipt -> trips.add(new Trip(receipt.at(), receipt.lines())));
    trips.removeIf(trip -> !delivery.knows(trip.at()));
    trips.sort(Comparator.comparing(Trip::at));
    var before = new EnumMap<Brand, Integer>(Brand.class);
    for (var trip : trips) {
      lines(trip)
          .forEach(
              (brand, lines) -> {
                int last = before.getOrDefault(brand, 0);
                var size = new Size(brand, life.person().taste().tier(), last, lines);
                counts.merge(size, 1, Integer::sum);
                before.put(brand, lines);
              });
    }
  }

  private static Map<Brand, Integer> lines(Trip trip) {
    var lines = new EnumMap<Brand, Integer>(Brand.class);
    trip.lines().forEach(line -> lines.merge(line.product().brand(), 1, Integer::sum));
    return lines;
  }

  /** The counts so far. */
  Map<Size, Integer> counts() {
    return counts;
  }
}
