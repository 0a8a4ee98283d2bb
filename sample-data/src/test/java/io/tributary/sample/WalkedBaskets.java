package io.tributary.sample;

import io.tributary.sample.world.Life;
import io.tributary.sample.world.Line;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.World;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The baskets of the committed sample's people, brand by brand and one after another. */
final class WalkedBaskets {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

  private record Pair(Set<String> before, Set<String> after) {}

  private final Map<String, List<Pair>> pairs = new HashMap<>();

  WalkedBaskets() {
    World.of(new Scale(1, 5000, 1096, LAST_DAY, 14))
        .forEachFamily(family -> family.lives().forEach(this::add));
  }

  private void add(Life life) {
    Map<LocalDateTime, List<Line>> byTime = new TreeMap<>();
    for (var order : life.orders()) {
      boolean exchange = order.visit().landingSite().isEmpty();
      if (!order.checkout().test() && !exchange) {
        byTime.put(order.at(), order.lines());
      }
    }
    life.receipts().stream()
        .filter(receipt -> receipt.lines().get(0).quantity() > 0)
        .forEach(receipt -> byTime.put(receipt.at(), receipt.lines()));
    Map<String, Set<String>> last = new HashMap<>();
    byTime.forEach(
        (at, lines) -> {
          if (!at.toLocalDate().isAfter(LAST_DAY)) {
            titles(lines).forEach((brand, titles) -> add(brand, last.put(brand, titles), titles));
          }
        });
  }

  private static Map<String, Set<String>> titles(List<Line> lines) {
    var titles = new HashMap<String, Set<String>>();
    for (var line : lines) {
      var brand = line.product().brand().name().toLowerCase(Locale.ROOT);
      titles.computeIfAbsent(brand, none -> new HashSet<>()).add(line.product().title());
    }
    return titles;
  }

  private void add(String brand, Set<String> before, Set<String> after) {
    if (before != null) {
      pairs.computeIfAbsent(brand, none -> new ArrayList<>()).add(new Pair(before, after));
    }
  }

  /** How many baskets hold the first, how many the second after any, and how many after that. */
  BasketCount next(String brand, String first, String second) {
    var all = pairs.get(brand);
    return new BasketCount(
        all.size(),
        all.stream().filter(pair -> pair.before().contains(first)).count(),
        all.stream().filter(pair -> pair.after().contains(second)).count(),
        all.stream()
            .filter(pair -> pair.before().contains(first) && pair.after().contains(second))
            .count());
  }
}
