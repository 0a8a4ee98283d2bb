package io.tributary.sample.world;

/**
 * The chance of each product to come next, given the one before. Where products come in their
 * shares before a step, they come in the same shares after it.
 */
public final class Succession {
  private final double[] shares;
  private final double[][] chances;
  private final double[][] missing;

  private Succession(double[] shares, double[][] chances) {
    this.shares = shares;
    this.chances = chances;
    missing = new double[shares.length][shares.length];
    for (int before = 0; before < shares.length; before++) {
      for (int next = 0; next < shares.length; next++) {
        missing[before][next] = Math.max(0, chances[before][next] - shares[next]);
      }
    }
  }

  /**
   * Steps of which these shares, by the product before and the one after, are given; in all other
   * steps the two are independent, in proportion to what is left of each.
   */
  static Succession of(double[] shares, double[][] given) {
    double[] before = shares.clone();
    double[] after = shares.clone();
    double left = 1;
    for (int i = 0; i < shares.length; i++) {
      for (int j = 0; j < shares.length; j++) {
        before[i] -= given[i][j];
        after[j] -= given[i][j];
        left -= given[i][j];
      }
    }
    double[][] chances = new double[shares.length][shares.length];
    for (int i = 0; i < shares.length; i++) {
      for (int j = 0; j < shares.length; j++) {
        chances[i][j] = (given[i][j] + before[i] * after[j] / left) / shares[i];
      }
    }
    return new Succession(shares, chances);
  }

  /** The chance of a product to come after another. */
  public double chance(int before, int next) {
    return chances[before][next];
  }

  /**
   * The product that comes after another. One that was picked by popularity stays as often as it
   * can, so that most lines are what they would be without pairs.
   */
  int next(int before, int picked, Draw draw) {
    return draw.uniform() * shares[picked] < chances[before][picked]
        ? picked
        : draw.weighted(missing[before]);
  }
}
