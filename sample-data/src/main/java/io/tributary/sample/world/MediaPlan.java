package io.tributary.sample.world;

import java.time.LocalDate;

/** What each brand spends on each paid channel a day, in its own currency. */
public final class MediaPlan {
  private static final double COST_A_DAY_PER_CUSTOMER = .022;

  private final Scale scale;
  private final Season season;

  /** The spending of a world of this scale. */
  public MediaPlan(Scale scale, Season season) {
    this.scale = scale;
    this.season = season;
  }

  /** Money spent and what it bought. */
  public record Spending(double cost, long clicks, long impressions) {}

  /** What a channel cost on a day, of which so large a share is counted yet. */
  public Spending on(LocalDate date, Brand brand, Channel channel, double counted) {
    int day = scale.day(date);
    double busy = season.until(day + 1) - season.until(day);
    var draw = Draw.of(scale.seed(), "media " + channel.slug(), brand.number(), day);
    double budget = scale.customers() * COST_A_DAY_PER_CUSTOMER * busy * draw.gamma(12, 1);
    double cost = budget * channel.budgetShare() * counted;
    long clicks = Math.round(cost / (.4 + draw.uniform() * .5));
    return new Spending(cost, clicks, clicks * draw.between(30, 90));
  }
}
