package io.tributary.sample.stock;

import io.tributary.sample.world.Draw;
import java.util.Arrays;
import java.util.Optional;

/**
 * The stock of one unit day by day, refilled when it runs low. What was sold is given; an outage is
 * the longest time without a sale where that is far too long to be chance.
 */
public final class Shelf {
  private static final int RUNS_DOWN_DAYS = 21;
  private static final double TOO_LONG = 8;
  private static final int LEAST_DAYS = 8;
  private static final int LATE_DAYS = 365;
  private static final int DAYS_OF_COVER = 45;
  private static final int DAYS_TO_REORDER = 20;

  private final int[] sold;
  private final int[] onHand;
  private final int[] onOrder;
  private final double soldADay;

  Shelf(int[] sold, Draw draw) {
    this.sold = sold;
    onHand = new int[sold.length];
    onOrder = new int[sold.length];
    soldADay = Arrays.stream(sold).sum() / (double) sold.length;
    refill(draw);
  }

  private void refill(Draw draw) {
    int full = (int) Math.ceil(soldADay * DAYS_OF_COVER) + 8;
    int stock = full;
    int ordered = 0;
    int arrives = -1;
    for (int day = 0; day < sold.length; day++) {
      if (day == arrives) {
        stock += ordered;
        ordered = 0;
      }
      int missing = Math.max(0, sold[day] - stock);
      stock += missing - sold[day];
      if (ordered == 0 && stock <= reorderPoint()) {
        ordered = full - stock;
        arrives = day + draw.between(6, 14);
      }
      onHand[day] = stock;
      onOrder[day] = ordered;
    }
  }

  /** The stock at which more is ordered. */
  public int reorderPoint() {
    return (int) Math.ceil(soldADay * DAYS_TO_REORDER) + 3;
  }

  /** The stock at the end of a day. */
  public int onHand(int day) {
    return onHand[day];
  }

  /** What is on its way at the end of a day. */
  public int onOrder(int day) {
    return onOrder[day];
  }

  /** Empties the shelf for its longest time without a sale, if that is too long to be chance. */
  Optional<Outage> empty(Sku sku) {
    int late = Math.max(RUNS_DOWN_DAYS, sold.length - LATE_DAYS);
    int from = late;
    int longest = 0;
    int begin = late;
    for (int day = late; day < sold.length; day++) {
      if (sold[day] > 0) {
        begin = day + 1;
      } else if (day - begin + 1 > longest) {
        longest = day - begin + 1;
        from = begin;
      }
    }
    double demand = Arrays.stream(sold, late, sold.length).sum() / (double) (sold.length - late);
    if (longest < LEAST_DAYS || longest * demand < TOO_LONG) {
      return Optional.empty();
    }
    runOut(from);
    Arrays.fill(onHand, from, from + longest, 0);
    return Optional.of(new Outage(sku, from, from + longest - 1, demand, 0));
  }

  private void runOut(int from) {
    int left = 0;
    for (int day = from - 1; day >= Math.max(0, from - RUNS_DOWN_DAYS); day--) {
      onHand[day] = left;
      left += sold[day];
    }
  }

  /** Leaves on the shelf from a day on hardly more than is sold the next day. */
  Outage starve(Sku sku, int from, double demandADay, Draw draw) {
    int left = 0;
    int total = 0;
    for (int day = sold.length - 1; day >= from; day--) {
      left = day % 2 == 0 ? draw.between(0, 2) : left;
      onHand[day] = left;
      onOrder[day] = 0;
      left += sold[day];
      total += sold[day];
    }
    return new Outage(sku, from, sold.length - 1, demandADay, total);
  }
}
