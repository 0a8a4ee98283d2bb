package io.tributary.sample.world;

import java.util.OptionalInt;

/**
 * How one person buys: the day of the first order, the rate, and the chance to drop out after each
 * order, which jumps on the day they are let down, if they are.
 */
public record Habit(int firstDay, double ordersADay, double dropout, OptionalInt letDownOn) {
  private static final double DROPOUT_AFTER_LET_DOWN = .85;
  private static final double DROPOUT_CERTAINTY = 12;
  private static final double EARLIEST_LET_DOWN = .295;
  private static final double LATEST_LET_DOWN = .245;

  /** Draws the habit of a person of this archetype. */
  static Habit of(Archetype archetype, Scale scale, Draw draw) {
    var pattern = archetype.pattern();
    double ordersADay = draw.gamma(pattern.evenness(), pattern.ordersAYear()) / 365;
    double dropout = draw.beta(pattern.dropout(), DROPOUT_CERTAINTY);
    int firstDay = firstDay(archetype, scale, draw);
    var letDownOn = archetype == Archetype.FADED ? letDownOn(scale, draw) : OptionalInt.empty();
    return new Habit(firstDay, ordersADay, dropout, letDownOn);
  }

  private static int firstDay(Archetype archetype, Scale scale, Draw draw) {
    int settled = scale.days() - Scale.NEW_DAYS;
    if (archetype == Archetype.NEWCOMER) {
      return settled + draw.between(0, Scale.NEW_DAYS - 1);
    }
    var arrival = archetype.pattern().arrival();
    double share = arrival.earliest() + draw.uniform() * (arrival.latest() - arrival.earliest());
    return (int) (share * settled);
  }

  private static OptionalInt letDownOn(Scale scale, Draw draw) {
    double fromEnd = LATEST_LET_DOWN + draw.uniform() * (EARLIEST_LET_DOWN - LATEST_LET_DOWN);
    return OptionalInt.of(scale.days() - (int) (fromEnd * Math.min(scale.days(), 1096)));
  }

  /** The chance to drop out after an order on this day. */
  double dropout(int day) {
    return day < letDownOn.orElse(Integer.MAX_VALUE) ? dropout : DROPOUT_AFTER_LET_DOWN;
  }
}
