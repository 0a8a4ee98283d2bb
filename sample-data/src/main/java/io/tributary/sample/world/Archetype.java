package io.tributary.sample.world;

/**
 * The kinds of buyer the world is made of. Everybody buys till they drop out; the kinds differ in
 * when they come, how often they buy, how soon they drop out and what they spend.
 */
public enum Archetype {
  /** Come often, spend much and stay. */
  DEVOTED(.132),
  /** Come every few months, spend little and stay. */
  STEADY(.202),
  /** Come once a year or so. */
  OCCASIONAL(.105),
  /** Came often and spent much, and have gone quiet. */
  FADED(.220),
  /** Came once or twice. */
  PASSING(.150),
  /** Came for the first time lately. */
  NEWCOMER(.071),
  /** Signed up and never ordered. */
  BROWSER(.120);

  private final double share;

  Archetype(double share) {
    this.share = share;
  }

  /** Its share of all people. */
  public double share() {
    return share;
  }

  /** How this kind of person buys. */
  public Pattern pattern() {
    return switch (this) {
      case DEVOTED ->
          new Pattern(new Arrival(0, .85), 15, 5, .002, new Spending(Tier.PREMIUM, 1.2));
      case STEADY -> new Pattern(new Arrival(0, .95), 5.2, 6, .004, new Spending(Tier.VALUE, .5));
      case OCCASIONAL ->
          new Pattern(new Arrival(.1, .98), 1.5, 3, .03, new Spending(Tier.MIDDLE, .7));
      case FADED -> new Pattern(new Arrival(0, .4), 13, 5, .075, new Spending(Tier.PREMIUM, .9));
      case PASSING -> new Pattern(new Arrival(0, .8), 2, 2, .65, new Spending(Tier.MIDDLE, .6));
      case NEWCOMER, BROWSER ->
          new Pattern(new Arrival(0, 1), 6, 3, .12, new Spending(Tier.MIDDLE, .7));
    };
  }

  /** The part of the world's days in which people first come, as shares of all days. */
  public record Arrival(double earliest, double latest) {}

  /** Which prices they choose, and how many lines beyond the first they take on average. */
  public record Spending(Tier tier, double extraLines) {}

  /**
   * The parameters that a person's own are drawn around: orders a year are gamma with this evenness
   * as shape, dropout after an order is beta.
   */
  public record Pattern(
      Arrival arrival, double ordersAYear, double evenness, double dropout, Spending spending) {}
}
