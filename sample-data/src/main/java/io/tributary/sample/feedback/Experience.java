package io.tributary.sample.feedback;

import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.ShopOrder;
import java.time.Duration;
import java.util.List;

/**
 * How an order really went for its buyer, from -1 to 1. It is worse where goods came back, the
 * order was called off or sent late, and from the day on which someone is let down, after which
 * most drop out.
 */
record Experience(double score, Aspect aspect) {
  private static final double USUAL = .5;
  private static final double SPREAD = .32;
  private static final int LATE_HOURS = 72;

  /** What stood out. */
  enum Aspect {
    DELIVERY,
    QUALITY,
    FIT,
    SERVICE,
    PRICE
  }

  static Experience of(ShopOrder order, Scale scale, Draw draw) {
    var aspect = draw.pick(List.of(Aspect.values()));
    double score = USUAL + SPREAD * draw.normal();
    boolean letDown =
        scale.day(order.at().toLocalDate())
            >= order.buyer().habit().letDownOn().orElse(Integer.MAX_VALUE);
    if (!order.refunds().isEmpty()) {
      score -= .8;
      aspect = order.refunds().get(0).items().isEmpty() ? Aspect.DELIVERY : Aspect.FIT;
    }
    if (order.fate().cancellation().isPresent()) {
      score -= .6;
      aspect = Aspect.SERVICE;
    }
    if (isLate(order)) {
      score -= .45;
      aspect = Aspect.DELIVERY;
    }
    if (letDown) {
      score -= 1.1;
      aspect = draw.chance(.5) ? Aspect.SERVICE : Aspect.QUALITY;
    }
    return new Experience(Math.max(-1, Math.min(1, score)), aspect);
  }

  private static boolean isLate(ShopOrder order) {
    return order
        .fate()
        .fulfilledAt()
        .filter(sent -> Duration.between(order.at(), sent).toHours() > LATE_HOURS)
        .isPresent();
  }

  boolean isBad() {
    return score < -.25;
  }
}
