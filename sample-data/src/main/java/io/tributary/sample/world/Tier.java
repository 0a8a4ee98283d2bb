package io.tributary.sample.world;

/** Which end of a brand's prices someone shops at. */
public enum Tier {
  VALUE(-2.2),
  MIDDLE(0),
  PREMIUM(1.7);

  private final double tilt;

  Tier(double tilt) {
    this.tilt = tilt;
  }

  /** How much more popular the dearest product is than the cheapest, as an exponent. */
  double tilt() {
    return tilt;
  }
}
