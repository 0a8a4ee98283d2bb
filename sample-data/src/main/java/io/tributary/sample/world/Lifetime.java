package io.tributary.sample.world;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The days on which a person buys until they drop out, beyond the last day into the future; and the
 * day of dropping out, if it falls in that time.
 */
public record Lifetime(List<Integer> days, OptionalInt endDay) {
  /**
   * A Poisson process in busy time with a chance to drop out after each order, the first included.
   */
  static Lifetime of(Habit habit, Season season, Draw draw) {
    var days = new ArrayList<Integer>();
    double busyTime = season.until(habit.firstDay());
    int day = habit.firstDay();
    while (day < season.days()) {
      days.add(day);
      if (draw.chance(habit.dropout(day))) {
        return new Lifetime(days, OptionalInt.of(day));
      }
      busyTime += draw.exponential() / habit.ordersADay();
      day = season.dayAt(busyTime);
    }
    return new Lifetime(days, OptionalInt.empty());
  }

  /** Someone who never buys. */
  static Lifetime withoutOrders() {
    return new Lifetime(List.of(), OptionalInt.empty());
  }

  /** Whether the person would still order after the last day. */
  public boolean outlasts(Scale scale) {
    return !days.isEmpty() && endDay.orElse(Integer.MAX_VALUE) >= scale.days();
  }

  /**
   * The orders expected in the future year: with rate r and dropout p after each, the mean count of
   * a busy time t is (1 - exp(-r p t)) / p.
   */
  public double expectedOrders(Habit habit, Scale scale, Season season) {
    if (!outlasts(scale)) {
      return 0;
    }
    double time = season.until(season.days()) - season.until(scale.days());
    double dropout = habit.dropout(scale.days());
    return -StrictMath.expm1(-habit.ordersADay() * dropout * time) / dropout;
  }
}
