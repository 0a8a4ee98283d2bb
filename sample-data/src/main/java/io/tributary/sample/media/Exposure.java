package io.tributary.sample.media;

/**
 * What an audience of a market saw in a week: exposures for each hundred people, also called rating
 * points. Reach follows from them as for a random audience of whom some never watch.
 */
public record Exposure(double points, double audience) {
  private static final double REACHABLE = .85;

  /** The share of the audience that saw something. */
  public double reach() {
    return REACHABLE * -StrictMath.expm1(-points / 100 / REACHABLE);
  }

  /** How often those saw it. */
  public double frequency() {
    return points == 0 ? 0 : points / 100 / reach();
  }

  /** How many exposures there were. */
  public long impressions() {
    return Math.round(points / 100 * audience);
  }

  /** The points left when exposures beyond this frequency are void. */
  double effectivePoints(double mostFrequency) {
    return 100 * reach() * Math.min(frequency(), mostFrequency);
  }
}
