package io.tributary.sample.source.ads;

import io.tributary.sample.world.Draw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What one ad did on a day of its account, as finally counted; money in minor units. */
record AdDay(int ad, LocalDate date, long cost, long clicks, long impressions, long purchases) {
  private static final double PURCHASES_A_CLICK = .025;

  /** Shares the cost and clicks of a day among ads, to the cent and the click. */
  static List<AdDay> share(Total total, double[] weights, Draw draw) {
    var days = new ArrayList<AdDay>();
    double left = 0;
    for (double weight : weights) {
      left += weight;
    }
    long cost = total.cost();
    long clicks = total.clicks();
    for (int ad = 0; ad < weights.length; ad++) {
      boolean last = ad == weights.length - 1;
      double part = Math.min(1, weights[ad] / left * draw.gamma(60, 1));
      long ownCost = last ? cost : Math.round(cost * part);
      long ownClicks = last ? clicks : Math.round(clicks * part);
      long purchases = draw.poisson(ownClicks * PURCHASES_A_CLICK);
      long impressions = ownClicks * draw.between(40, 80) + draw.between(0, 30);
      days.add(new AdDay(ad, total.date(), ownCost, ownClicks, impressions, purchases));
      cost -= ownCost;
      clicks -= ownClicks;
      left -= weights[ad];
    }
    return days;
  }

  /** What an account spent on a day and the clicks it got for it. */
  record Total(LocalDate date, long cost, long clicks) {}

  /** What a sale is worth on average, in minor units. */
  long value(long averageOrder) {
    return purchases * averageOrder;
  }
}
