package io.tributary.sample.world;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What and where one person buys: shares of the brands, the store that is near and its share. */
public record Taste(
    Map<Brand, Double> affinity,
    Tier tier,
    double extraLines,
    Optional<Store> store,
    double storeShare) {
  private static final double FAVOURITE = .72;

  /** Draws the taste of a person of this archetype who lives near this store, if any. */
  static Taste of(Archetype archetype, Places.City city, Draw draw) {
    var favourite = List.of(Brand.values()).get(draw.weighted(weights(city.country())));
    var affinity = new EnumMap<Brand, Double>(Brand.class);
    double rest = draw.chance(.45) ? 0 : 2 * (1 - FAVOURITE) * draw.uniform();
    for (var brand : Brand.values()) {
      affinity.put(brand, brand == favourite ? 1 - rest : rest / 3);
    }
    var spending = archetype.pattern().spending();
    double storeShare = city.store().isPresent() ? draw.beta(.86, 5) : 0;
    return new Taste(affinity, spending.tier(), spending.extraLines(), city.store(), storeShare);
  }

  private static double[] weights(String country) {
    return switch (country) {
      case "GB" -> new double[] {.2, .5, .2, .1};
      case "DE" -> new double[] {.1, .25, .45, .2};
      default -> new double[] {.42, .15, .13, .30};
    };
  }

  /** A brand, in proportion to the shares. */
  Brand brand(Draw draw) {
    double left = draw.uniform();
    for (var brand : Brand.values()) {
      left -= affinity.get(brand);
      if (left < 0) {
        return brand;
      }
    }
    return favourite();
  }

  /** The brand with the largest share. */
  public Brand favourite() {
    return affinity.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** How often an order of this brand is bought in the store rather than on the web. */
  double storeShare(Brand brand) {
    return store.filter(near -> near.brands().contains(brand)).isPresent() ? storeShare : 0;
  }
}
