package io.tributary.sample;

import io.tributary.sample.world.Life;
import io.tributary.sample.world.Purchases;
import io.tributary.sample.world.World;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The six segments worked out afresh from what every person has truly bought. */
final class TrueSegments {
  /** What the segments are decided by. */
  record Buyer(long person, int recency, int frequency, double monetary, boolean isNew) {}

  private enum Level {
    LOW,
    MEDIUM,
    HIGH
  }

  private final List<Buyer> buyers = new ArrayList<>();

  TrueSegments(World world) {
    world.forEachFamily(family -> family.lives().forEach(life -> add(life, world)));
  }

  private void add(Life life, World world) {
    LocalDate today = world.scale().lastDay();
    var past = Purchases.of(life).stream().filter(bought -> !bought.on().isAfter(today)).toList();
    var days =
        past.stream().filter(Purchases.Purchase::isSale).map(Purchases.Purchase::on).toList();
    if (days.isEmpty()) {
      return;
    }
    var last = days.stream().max(Comparator.naturalOrder()).orElseThrow();
    var first = days.stream().min(Comparator.naturalOrder()).orElseThrow();
    long lately = days.stream().filter(day -> day.isAfter(today.minusDays(365))).count();
    double spent =
        past.stream().mapToDouble(bought -> bought.usd(world.rates(), bought.on())).sum();
    buyers.add(
        new Buyer(
            life.person().number(),
            (int) ChronoUnit.DAYS.between(last, today),
            (int) lately,
            spent,
            first.isAfter(today.minusDays(90))));
  }

  List<Buyer> buyers() {
    return buyers;
  }

  /** The segment of each buyer. */
  Map<Long, String> byPerson() {
    var recency = levels(Comparator.comparingInt(buyer -> -buyer.recency()));
    var frequency = levels(Comparator.comparingInt(Buyer::frequency));
    var monetary = levels(Comparator.comparingDouble(Buyer::monetary));
    var segments = new TreeMap<Long, String>();
    for (var buyer : buyers) {
      long person = buyer.person();
      segments.put(
          person,
          buyer.isNew()
              ? "New"
              : segment(recency.get(person), frequency.get(person), monetary.get(person)));
    }
    return segments;
  }

  /** The share of buyers in each segment, in percent. */
  Map<String, Double> percentages() {
    var percentages = new TreeMap<String, Double>();
    byPerson()
        .values()
        .forEach(segment -> percentages.merge(segment, 100.0 / buyers.size(), Double::sum));
    return percentages;
  }

  private Map<Long, Level> levels(Comparator<Buyer> worstFirst) {
    var ranked = new ArrayList<>(buyers);
    ranked.sort(worstFirst.thenComparingLong(Buyer::person));
    var levels = new HashMap<Long, Level>();
    for (int rank = 0; rank < ranked.size(); rank++) {
      int quintile = 1 + 5 * rank / ranked.size();
      var level = quintile >= 4 ? Level.HIGH : quintile == 3 ? Level.MEDIUM : Level.LOW;
      levels.put(ranked.get(rank).person(), level);
    }
    return levels;
  }

  private static String segment(Level recency, Level frequency, Level monetary) {
    if (recency == Level.LOW) {
      boolean wasGood = frequency == Level.HIGH || monetary == Level.HIGH;
      return wasGood ? "At Risk" : "Hibernating";
    }
    if (frequency == Level.LOW) {
      return "Promising";
    }
    boolean best = recency == Level.HIGH && frequency == Level.HIGH && monetary == Level.HIGH;
    return best ? "Champions" : "Loyalists";
  }
}
