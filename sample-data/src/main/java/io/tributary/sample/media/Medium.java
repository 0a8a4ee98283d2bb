package io.tributary.sample.media;

import java.util.Locale;

/**
 * A kind of media and how it works: sales rise by at most {@code most} of their base, along a Hill
 * curve of geometrically carried-over rating points; exposures beyond a weekly frequency are void.
 */
public enum Medium {
  TV(150, 18.0),
  VIDEO(100, 14.0),
  INFLUENCER(35, 20.0),
  SOCIAL(110, 8.0),
  SEARCH(40, 30.0),
  RETAIL_MEDIA(60, 12.0);

  private final double points;
  private final double costAThousand;

  Medium(double points, double costAThousand) {
    this.points = points;
    this.costAThousand = costAThousand;
  }

  /** How it is written in files. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it does. */
  public Effect effect() {
    return switch (this) {
      case TV -> new Effect(.42, .60, 260, 1.6, 3.0);
      case VIDEO -> new Effect(.30, .35, 120, 1.3, 2.5);
      case INFLUENCER -> new Effect(.09, .50, 60, 1.2, 2.0);
      case SOCIAL -> new Effect(.12, .25, 110, 1.1, 3.5);
      case SEARCH -> new Effect(.02, 0, 40, 1.0, 6.0);
      case RETAIL_MEDIA -> new Effect(.08, .10, 60, 1.2, 3.0);
    };
  }

  /** The rating points of an average week in which it runs. */
  double points() {
    return points;
  }

  /** What a thousand exposures cost, in US dollars. */
  public double costAThousand() {
    return costAThousand;
  }
}
