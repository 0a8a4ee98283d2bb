package io.tributary.sample.world;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pairs that baskets are full of and that mean nothing: a brand's two bestsellers, and its two
 * dearest products, which the same buyers afford. Products with a true partner in the basket are
 * left out.
 */
final class Decoys {
  private Decoys() {}

  static List<Affinity> of(Catalogue catalogue, Brand brand, List<Affinity> planted) {
    var free =
        catalogue.products(brand).stream()
            .filter(product -> planted.stream().noneMatch(pair -> isIn(pair, product)))
            .toList();
    Comparator<Product> popular =
        Comparator.comparingDouble(product -> catalogue.share(product, Tier.MIDDLE));
    var bestsellers = free.stream().sorted(popular.reversed()).limit(2).toList();
    var dearest =
        free.stream()
            .filter(product -> !bestsellers.contains(product))
            .sorted(Comparator.comparingLong(Product::firstPrice).reversed())
            .limit(2)
            .toList();
    return Stream.of(bestsellers, dearest).map(Decoys::pair).toList();
  }

  private static boolean isIn(Affinity pair, Product product) {
    boolean named = pair.first().equals(product) || pair.second().equals(product);
    return named && pair.kind() == Affinity.Kind.TOGETHER;
  }

  private static Affinity pair(List<Product> two) {
    return new Affinity(Affinity.Kind.DECOY, two.get(0), two.get(1), 0);
  }
}
