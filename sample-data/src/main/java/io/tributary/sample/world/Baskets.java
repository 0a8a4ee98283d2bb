package io.tributary.sample.world;

import java.util.ArrayList;
import java.util.List;

/** Fills baskets, and says what they hold on average. */
final class Baskets {
  private static final int MOST_LINES = 8;
  private static final double[] QUANTITIES = {.85, .12, .03};
  private static final double MEAN_QUANTITY = 1.18;
  private static final int[] DISCOUNT_PERCENT = {0, 10, 20};
  private static final double[] DISCOUNTS = {.75, .15, .10};
  private static final double MEAN_DISCOUNT = .035;
  private static final double LINE_RETURNED = .045;

  private final Catalogue catalogue;

  Baskets(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A basket of what is popular, whatever else the person buys. */
  Basket fill(Basket.Occasion occasion, Taste taste, Draw draw) {
    int count = Math.min(MOST_LINES, 1 + draw.poisson(taste.extraLines()));
    int percent = DISCOUNT_PERCENT[draw.weighted(DISCOUNTS)];
    var goods = new ArrayList<Basket.Goods>();
    for (int i = 0; i < count; i++) {
      var product = catalogue.pick(occasion.brand(), taste.tier(), draw);
      var variant = draw.pick(product.variants());
      goods.add(new Basket.Goods(product, variant, 1 + draw.weighted(QUANTITIES)));
    }
    return new Basket(occasion, percent, goods);
  }

  /** For each line by chance how many of its units come back; mostly none. */
  List<Refund.Item> comingBack(List<Line> lines, Draw draw) {
    var items = new ArrayList<Refund.Item>();
    for (int i = 0; i < lines.size(); i++) {
      if (draw.chance(LINE_RETURNED)) {
        items.add(new Refund.Item(i, draw.between(1, lines.get(i).quantity())));
      }
    }
    return items;
  }

  /** The mean value of an occasion's basket after discounts, in minor units. */
  double meanValue(Basket.Occasion occasion, Taste taste) {
    double price = catalogue.mean(occasion.brand(), taste.tier(), occasion::price);
    return price * (1 + taste.extraLines()) * MEAN_QUANTITY * (1 - MEAN_DISCOUNT);
  }

  /** The mean share of a basket's value that is kept. */
  static double meanKept() {
    double unitsBack = .85 + .12 * 1.5 + .03 * 2;
    return 1 - LINE_RETURNED * unitsBack / MEAN_QUANTITY;
  }
}
