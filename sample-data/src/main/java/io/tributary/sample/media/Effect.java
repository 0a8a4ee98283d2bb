package io.tributary.sample.media;

/**
 * What a medium does: the greatest rise of sales, the share carried over to the next week, the
 * carried-over points at which half of the rise is reached, the slope there, and the weekly
 * frequency beyond which further exposures do nothing.
 */
public record Effect(
    double most, double carryOver, double halfAt, double slope, double mostFrequency) {
  /** The rise at so many carried-over points, by Hill's equation. */
  public double rise(double points) {
    double power = StrictMath.pow(points, slope);
    return most * power / (power + StrictMath.pow(halfAt, slope));
  }
}
