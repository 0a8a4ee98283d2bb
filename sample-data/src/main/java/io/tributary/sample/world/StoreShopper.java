package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the receipts of one store visit of one person, and of bringing goods back. */
final class StoreShopper {
  /** How often a basket also holds something of another brand on the store's floors. */
  static final double ALSO_ANOTHER_BRAND = .12;

  private static final double CARD_SHOWN = .75;
  private static final double ORIGINAL_KNOWN = .7;
  private static final List<String> TENDERS = List.of("card", "mobile", "cash", "voucher");

  private final Baskets baskets;

  StoreShopper(World world) {
    baskets = new Baskets(world.catalogue());
  }

  List<Receipt> receipts(WebShopper.Errand errand, Store store, Draw draw) {
    var sale = sale(errand, store, draw);
    var receipts = new ArrayList<Receipt>();
    receipts.add(sale);
    var items = baskets.comingBack(sale.lines(), draw);
    if (!items.isEmpty()) {
      receipts.add(handedBack(sale, items, draw));
    }
    return receipts;
  }

  private Receipt sale(WebShopper.Errand errand, Store store, Draw draw) {
    var taste = errand.person().taste();
    var date = errand.date();
    var brand = errand.brand();
    var occasion = new Basket.Occasion(brand, Optional.of(store), date);
    var trail = errand.trail();
    var lines = new ArrayList<>(trail.follow(baskets.fill(occasion, taste, draw)).lines());
    if (draw.chance(ALSO_ANOTHER_BRAND)) {
      var others = store.brands().stream().filter(other -> other != brand).toList();
      var other = new Basket.Occasion(draw.pick(others), Optional.of(store), date);
      lines.addAll(trail.follow(baskets.fill(other, taste, draw)).lines());
    }
    return new Receipt(
        errand.person(),
        errand.number() * 2,
        store,
        Clock.store(date, draw),
        lines,
        card(errand, date, draw),
        tender(draw),
        Optional.empty());
  }

  private static Receipt handedBack(Receipt sale, List<Refund.Item> items, Draw draw) {
    var date = sale.at().toLocalDate().plusDays(draw.between(2, 21));
    var lines =
        items.stream()
            .map(item -> sale.lines().get(item.line()).handedBack(item.quantity()))
            .toList();
    return new Receipt(
        sale.buyer(),
        sale.number() + 1,
        sale.store(),
        Clock.store(date, draw),
        lines,
        sale.loyaltyNo().filter(shown -> draw.chance(.8)),
        tender(draw),
        Optional.of(sale.receiptNo()).filter(known -> draw.chance(ORIGINAL_KNOWN)));
  }

  private static Optional<String> card(WebShopper.Errand errand, LocalDate date, Draw draw) {
    boolean shown = draw.chance(CARD_SHOWN);
    return errand
        .ties()
        .membership()
        .filter(membership -> shown && !membership.joinedOn().isAfter(date))
        .map(Membership::loyaltyNo);
  }

  private static Receipt.Tender tender(Draw draw) {
    var kind = TENDERS.get(draw.weighted(.62, .2, .15, .03));
    return new Receipt.Tender(kind, draw.between(1, 4), draw.between(101, 112));
  }
}
