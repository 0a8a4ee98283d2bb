package io.tributary.sample.world;

import java.time.LocalDate;

/** A shoe that Americans are shown at 4,000 dollars a week while hardly a pair is left. */
public final class Shoe {
  /** What the campaign is called. */
  public static final String CAMPAIGN = "apparel-us-shopping-leather-sneaker";

  private static final long CENTS_A_WEEK = 400_000;
  private static final int WEEKS = 10;
  private static final int DAYS_A_WEEK = 7;
  private static final long CENTS_A_CLICK = 92;

  private final Scale scale;
  private final Product product;

  /** The shoe in a world of this scale. */
  public Shoe(Scale scale, Catalogue catalogue) {
    this.scale = scale;
    product =
        catalogue.products(Brand.APPAREL).stream()
            .filter(sold -> sold.title().equals("Leather Sneaker"))
            .findFirst()
            .orElseThrow();
  }

  /** What is sold. */
  public Product product() {
    return product;
  }

  /** The first day of the weeks in which hardly a pair is left. */
  public LocalDate scarceFrom() {
    return scale.lastDay().minusDays((long) DAYS_A_WEEK * WEEKS - 1);
  }

  /** Whether it is advertised: from some weeks before it runs out until the last day. */
  public boolean isAdvertised(LocalDate date) {
    return !date.isBefore(scarceFrom().minusWeeks(WEEKS)) && !date.isAfter(scale.lastDay());
  }

  /** What a day's advertising costs, in cents; any seven days cost the week's money. */
  public long adCost(LocalDate date) {
    long day = Math.floorMod(date.toEpochDay(), DAYS_A_WEEK);
    return CENTS_A_WEEK * (day + 1) / DAYS_A_WEEK - CENTS_A_WEEK * day / DAYS_A_WEEK;
  }

  /** How many people click on a day. */
  public long clicks(LocalDate date) {
    return adCost(date) / CENTS_A_CLICK
        + Draw.of(scale.seed(), "shoe", scale.day(date)).between(-60, 60);
  }
}
