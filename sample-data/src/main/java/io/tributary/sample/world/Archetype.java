package io.tributary.sample.world;

/**
 * The kinds of buyer the world is made of. Everybody buys till they drop out; the kinds differ in
 * when they come, how often they buy, how soon they drop out and what they spend.
 */
public enum Archetype {
  /** Come often, spend much and stay. */
  DEVOTED(.138),
  /** Come every few months, spend little and stay. */
  STEADY(.174),
  /** Come twice a year or so. */
  OCCASIONAL(.180),
  /** Came often and spent much, were let down within the last year and went quiet. */
  FADED(.257),
  /** Came once or twice. */
  PASSING(.061),
  /** Came for the first time lately. */
  NEWCOMER(.070),
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
          new Pattern(new Arrival(.05, .80), 9.6, 11, .003, new Spending(Tier.PREMIUM, 1.3));
      case STEADY -> new Pattern(new Arrival(0, .95), 4.1, 14, .003, new Spending(Tier.VALUE, .3));
      case OCCASIONAL ->
          new Pattern(new Arrival(.1, .98), 1.8, 20, .008, new Spending(Tier.MIDDLE, .3));
      case FADED ->
          new Pattern(new Arrival(.20, .55), 10, 16, .003, new Spending(Tier.PREMIUM, 1.2));
      case PASSING -> new Pattern(new Arrival(0, .72), 2, 2, .75, new Spending(Tier.VALUE, .4));
      case NEWCOMER, BROWSER ->
          new Pattern(new Arrival(0, 1), 6, 3, .12, new Spending(Tier.MIDDLE, .5));
    };
  }

  /** The part of the world's settled days in which people first come, as shares of them. */
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
