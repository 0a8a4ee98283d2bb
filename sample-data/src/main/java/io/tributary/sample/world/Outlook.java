package io.tributary.sample.world;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a person's buying process promises for the year after the last day, brand by brand. */
public final class Outlook {
  /** Orders, and their value in US dollars after discounts and what is brought back. */
  public record Promise(double orders, double usd) {
    Promise plus(double moreOrders, double meanUsd) {
      return new Promise(orders + moreOrders, usd + moreOrders * meanUsd);
    }
  }

  private final World world;
  private final Baskets baskets;

  /** The outlook of a world's people. */
  public Outlook(World world) {
    this.world = world;
    baskets = new Baskets(world.catalogue());
  }

  /** The promise of each brand; brands that promise nothing are missing. */
  public Map<Brand, Promise> of(Life life) {
    var person = life.person();
    var taste = person.taste();
    var promises = new EnumMap<Brand, Promise>(Brand.class);
    double orders = life.lifetime().expectedOrders(person.habit(), world.scale(), world.season());
    if (orders == 0) {
      return promises;
    }
    for (var brand : Brand.values()) {
      double web = taste.affinity().get(brand) * (1 - taste.storeShare(brand));
      var promise = new Promise(0, 0).plus(orders * web * Aftermath.STANDING, webUsd(brand, taste));
      if (taste.store().isPresent()) {
        var store = taste.store().orElseThrow();
        double visits = storeBaskets(brand, store, taste);
        promise = promise.plus(orders * visits, storeUsd(brand, store, taste));
      }
      if (promise.orders() > 0) {
        promises.put(brand, promise);
      }
    }
    return promises;
  }

  /** How many baskets of this brand an order brings in store, alone or beside another brand's. */
  private static double storeBaskets(Brand brand, Store store, Taste taste) {
    double own = taste.affinity().get(brand) * taste.storeShare(brand);
    if (!store.brands().contains(brand)) {
      return own;
    }
    double others = 0;
    for (var other : store.brands()) {
      others += other == brand ? 0 : taste.affinity().get(other) * taste.storeShare(other);
    }
    return own + others * StoreShopper.ALSO_ANOTHER_BRAND / (store.brands().size() - 1);
  }

  private double webUsd(Brand brand, Taste taste) {
    double kept = 1 - (1 - Baskets.meanKept()) * (1 - WebShopper.EXCHANGED);
    return usd(brand, Optional.empty(), taste) * kept;
  }

  private double storeUsd(Brand brand, Store store, Taste taste) {
    return usd(brand, Optional.of(store), taste) * Baskets.meanKept();
  }

  private double usd(Brand brand, Optional<Store> store, Taste taste) {
    var lastDay = world.scale().lastDay();
    double value = baskets.meanValue(new Basket.Occasion(brand, store, lastDay), taste);
    var currency = store.map(Store::currency).orElse(brand.currency());
    return value * world.rates().usdPerUnit(currency, lastDay).doubleValue() / 100;
  }
}
