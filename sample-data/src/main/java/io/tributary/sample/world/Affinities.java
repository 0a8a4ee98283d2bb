package io.tributary.sample.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which products of each brand belong together, and how lines of goods follow each other. */
public final class Affinities {
  private final Map<Brand, List<Affinity>> pairs = new EnumMap<>(Brand.class);
  private final Map<Brand, Map<Tier, Chain>> chains = new EnumMap<>(Brand.class);

  /** The affinities among the products of a catalogue. */
  public Affinities(Catalogue catalogue) {
    for (var brand : Brand.values()) {
      var planted = planted(catalogue, brand);
      var all = new ArrayList<>(planted);
      all.addAll(Decoys.of(catalogue, brand, planted));
      pairs.put(brand, List.copyOf(all));
      chains.put(brand, new EnumMap<>(Tier.class));
      for (var tier : Tier.values()) {
        chains.get(brand).put(tier, Chain.of(catalogue.shares(brand, tier), planted));
      }
    }
  }

  private static List<Affinity> planted(Catalogue catalogue, Brand brand) {
    return Resource.rows("affinities.csv").stream()
        .filter(row -> Brand.valueOf(row.get(0)) == brand)
        .map(
            row ->
                new Affinity(
                    Affinity.Kind.valueOf(row.get(1)),
                    catalogue.product(brand, row.get(2)),
                    catalogue.product(brand, row.get(3)),
                    Double.parseDouble(row.get(4))))
        .toList();
  }

  /** A brand's pairs, the decoys included. */
  public List<Affinity> of(Brand brand) {
    return pairs.get(brand);
  }

  /** How lines follow each other for someone of this tier. */
  public Chain chain(Brand brand, Tier tier) {
    return chains.get(brand).get(tier);
  }
}
