package io.tributary.sample.world;

/**
 * How one person buys: the day of the first order, the rate, and the chance to drop out after each.
 */
public record Habit(int firstDay, double ordersADay, double dropout) {
  /** Draws the habit of a person of this archetype. */
  static Habit of(Archetype archetype, Scale scale, Draw draw) {
    var pattern = archetype.pattern();
    double ordersADay = draw.gamma(pattern.evenness(), pattern.ordersAYear()) / 365;
    double dropout = draw.beta(pattern.dropout(), 12);
    return new Habit(firstDay(archetype, scale, draw), ordersADay, dropout);
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
}
