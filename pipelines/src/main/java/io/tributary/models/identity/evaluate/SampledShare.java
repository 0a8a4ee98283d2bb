package io.tributary.models.identity.evaluate;

/**
 * How many of a random sample are as they should be.
 *
 * @param right how many are
 * @param all how many there are
 */
public record SampledShare(long right, long all) {
  /** How probable it may be that a bound is wrong. */
  private static final double RISK = 0.05;

  private static final int HALVINGS = 60;

  public double share() {
    return all == 0 ? 1 : (double) right / all;
  }

  /**
   * What the share of all that was sampled from is at least, with 95 % confidence: the exact lower
   * bound of Clopper, C. J., and Pearson, E. S. (1934), The Use of Confidence or Fiducial Limits
   * Illustrated in the Case of the Binomial. Near 1, where it is needed, approximations promise too
   * much.
   */
  public double lowerBound() {
    double least = 0;
    double most = 1;
    for (int halving = 0; halving < HALVINGS && right > 0; halving++) {
      double middle = (least + most) / 2;
      if (chance(middle) < RISK) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return least;
  }

  /** How probable so many right ones or more are where the share is this. */
  private double chance(double share) {
    double failures = 0;
    double logarithm = all * Math.log(share);
    for (long wrong = 0; wrong <= all - right; wrong++) {
      failures += Math.exp(logarithm);
      logarithm +=
          Math.log((double) (all - wrong) / (wrong + 1)) + Math.log1p(-share) - Math.log(share);
    }
    return failures;
  }

  /** How large a sample must be at least to show that a share is above a floor. */
  public static long least(double floor) {
    return (long) Math.ceil(Math.log(RISK) / Math.log(floor));
  }
}
