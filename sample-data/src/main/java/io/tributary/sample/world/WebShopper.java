package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the web orders of one day of one person. */
final class WebShopper {
  private static final int NUMBERS_A_DAY = 3;
  private static final int EXCHANGE = 1;
  private static final int TEST = 2;
  static final double EXCHANGED = .15;
  private static final double TESTED = .006;

  private final World world;
  private final Baskets baskets;
  private final Visits visits;
  private final Checkouts checkouts;
  private final Aftermath aftermath;

  WebShopper(World world) {
    this.world = world;
    baskets = new Baskets(world.catalogue());
    visits = new Visits(world.mailings());
    checkouts = new Checkouts(world.scale().seed());
    aftermath = new Aftermath(baskets);
  }

  /** A buyer on a day, the how-manieth it is of theirs, the brand chosen, and what led to it. */
  record Errand(
      Person person, Life.Ties ties, int number, LocalDate date, Brand brand, Trail trail) {}

  List<ShopOrder> orders(Errand errand, Draw draw) {
    var orders = new ArrayList<ShopOrder>();
    var order = order(errand, draw);
    orders.add(order);
    boolean exchanges = draw.chance(EXCHANGED);
    if (exchanges && order.isSale() && !order.refunds().isEmpty()) {
      exchange(order).ifPresent(orders::add);
    }
    if (draw.chance(TESTED)) {
      orders.add(test(errand, draw));
    }
    return orders;
  }

  ShopOrder order(Errand errand, Draw draw) {
    var brand = errand.brand();
    var at = Clock.web(errand.date(), draw);
    var occasion = new Basket.Occasion(brand, Optional.empty(), errand.date());
    var picked = baskets.fill(occasion, errand.person().taste(), draw);
    var fate = aftermath.fate(at, draw);
    var checkout = checkouts.checkout(errand.person(), brand, errand.date(), draw);
    var visit = visits.visit(errand.ties(), brand, Moment.utc(at, brand.zone()), draw);
    var refunds = aftermath.refunds(at, picked.lines(), fate, draw);
    return new ShopOrder(
        errand.person(),
        errand.number() * NUMBERS_A_DAY,
        brand,
        at,
        bought(picked, refunds, errand.trail()).lines(),
        checkout,
        visit,
        fate,
        refunds);
  }

  /** What follows the trail; but an order whose shipping is paid back stays one that pays it. */
  private static Basket bought(Basket picked, List<Refund> refunds, Trail trail) {
    boolean shippingAlone = refunds.stream().anyMatch(refund -> refund.items().isEmpty());
    return shippingAlone ? trail.keep(picked) : trail.follow(picked);
  }

  /** The order that replaces what came back with the first refund, at no cost to either side. */
  private Optional<ShopOrder> exchange(ShopOrder order) {
    var refund = order.refunds().get(0);
    if (refund.items().isEmpty() || refund.withShipping()) {
      return Optional.empty();
    }
    var lines = new ArrayList<Line>();
    for (var item : refund.items()) {
      lines.add(order.lines().get(item.line()).replaced(item.quantity()));
    }
    var at = refund.at().plusMinutes(1);
    return Optional.of(
        new ShopOrder(
            order.buyer(),
            order.number() + EXCHANGE,
            order.brand(),
            at,
            lines,
            order.checkout(),
            new Visit(Optional.empty(), Optional.empty(), Optional.empty()),
            new Fate(true, Optional.of(at.plusDays(2)), Optional.empty()),
            List.of()));
  }

  private ShopOrder test(Errand errand, Draw draw) {
    var at = Clock.web(errand.date(), draw);
    var product = draw.pick(world.catalogue().products(errand.brand()));
    var line = new Line(product, product.variants().get(0), 1, product.price(errand.date()), 0);
    return new ShopOrder(
        errand.person(),
        errand.number() * NUMBERS_A_DAY + TEST,
        errand.brand(),
        at,
        List.of(line),
        Checkouts.test(),
        new Visit(Optional.of("/"), Optional.empty(), Optional.empty()),
        new Fate(true, Optional.empty(), Optional.empty()),
        List.of());
  }
}
