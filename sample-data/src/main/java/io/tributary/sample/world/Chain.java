package io.tributary.sample.world;

import java.util.List;

/**
 * What people of a tier buy of a brand, one line after another through all their baskets: a Markov
 * chain whose every line, seen alone, follows popularity. So pairs change neither what sells how
 * well nor what a basket is worth on average. Products are numbered from 0.
 */
public final class Chain {
  private final double[] shares;
  private final Succession within;
  private final Succession across;

  private Chain(double[] shares, Succession within, Succession across) {
    this.shares = shares;
    this.within = within;
    this.across = across;
  }

  /** The chain for these shares of the products and these pairs. */
  public static Chain of(double[] shares, List<Affinity> pairs) {
    double[][] together = new double[shares.length][shares.length];
    double[][] next = new double[shares.length][shares.length];
    for (var pair : pairs) {
      int first = pair.first().index();
      int second = pair.second().index();
      double share = share(shares, pair);
      switch (pair.kind()) {
        case TOGETHER -> {
          together[first][second] = share;
          together[second][first] = share;
        }
        case NEXT -> next[first][second] = share;
        case DECOY -> {}
      }
    }
    return new Chain(shares, Succession.of(shares, together), Succession.of(shares, next));
  }

  /** How often each product is bought, as shares that add up to 1. */
  public double[] shares() {
    return shares.clone();
  }

  /** The step from a line of a basket to the next. */
  public Succession within() {
    return within;
  }

  /** The step from the last line of a basket to the first of the same person's next. */
  public Succession across() {
    return across;
  }

  /** The same goods, each as popular as it is, without any pairs. */
  public Chain independent() {
    return of(shares, List.of());
  }

  /** The chance that the second of a pair comes right after the first. */
  public double chance(Affinity pair) {
    var step = pair.kind() == Affinity.Kind.NEXT ? across : within;
    return step.chance(pair.first().index(), pair.second().index());
  }

  /** The share of steps that a pair makes; the rarer product also sells without the other. */
  private static double share(double[] shares, Affinity pair) {
    double first = shares[pair.first().index()];
    double second = shares[pair.second().index()];
    return Math.min(pair.strength() * first * second, .8 * Math.min(first, second));
  }
}
