package io.tributary.sample.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A television market of the United States and its share of the people the brands want. */
public record MarketArea(String code, String name, double share, List<String> cities) {
  private static final List<MarketArea> ALL = read();

  private static List<MarketArea> read() {
    var rows = Resource.rows("market_areas.csv");
    double total = rows.stream().mapToDouble(row -> Double.parseDouble(row.get(2))).sum();
    var areas = new ArrayList<MarketArea>();
    for (var row : rows) {
      var cities = Arrays.stream(row.get(3).split(";", -1)).filter(city -> !city.isEmpty());
      double share = Double.parseDouble(row.get(2)) / total;
      areas.add(new MarketArea(row.get(0), row.get(1), share, cities.toList()));
    }
    return List.copyOf(areas);
  }

  /** All of them, by the order of their number in this list. */
  public static List<MarketArea> all() {
    return ALL;
  }

  /** The market area of a home. */
  public static Optional<MarketArea> of(Address home) {
    return ALL.stream().filter(area -> area.cities().contains(home.city())).findFirst();
  }
}
