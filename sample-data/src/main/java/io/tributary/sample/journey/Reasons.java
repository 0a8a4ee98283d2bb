package io.tributary.sample.journey;

import io.tributary.sample.world.Draw;
import io.tributary.sample.world.ShopOrder;
import java.util.Optional;

/** Draws what truly caused an order. */
final class Reasons {
  private Reasons() {}

  static Cause of(ShopOrder order, Way lastClick, Draw draw) {
    boolean pulled = draw.chance(lastClick.pull());
    double luck = draw.uniform();
    return new Cause(order, lastClick, pulled ? Optional.of(lastClick) : earlier(luck));
  }

  private static Optional<Way> earlier(double luck) {
    double left = luck;
    for (var way : Way.values()) {
      left -= way.reach();
      if (left < 0) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }
}
