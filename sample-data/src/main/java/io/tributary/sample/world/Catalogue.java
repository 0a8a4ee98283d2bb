package io.tributary.sample.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What each brand sells, and how likely each product is to be picked by whom. */
public final class Catalogue {
  private static final List<String> OPTIONS = List.of("Sand", "Ink", "Moss");

  private final Map<Brand, List<Product>> products = new EnumMap<>(Brand.class);
  private final Map<Brand, Map<Tier, double[]>> weights = new EnumMap<>(Brand.class);

  /** The catalogue of a world; the seed fixes when prices rise and which products are popular. */
  public Catalogue(Scale scale) {
    for (var brand : Brand.values()) {
      products.put(brand, new ArrayList<>());
      weights.put(brand, new EnumMap<>(Tier.class));
    }
    for (var row : Resource.rows("products.csv")) {
      var shelf = products.get(Brand.valueOf(row.get(0)));
      shelf.add(product(scale, shelf.size() + 1, row));
    }
    for (var brand : Brand.values()) {
      for (var tier : Tier.values()) {
        weights.get(brand).put(tier, weights(scale, brand, tier));
      }
    }
  }

  private static Product product(Scale scale, int number, List<String> row) {
    var brand = Brand.valueOf(row.get(0));
    var draw = Draw.of(scale.seed(), "product", brand.number(), number);
    long id = 7_000_000L + brand.number() * 100_000L + number * 100L;
    var variants = new ArrayList<Variant>();
    for (var option : OPTIONS.subList(0, draw.between(1, OPTIONS.size()))) {
      var sku =
          "%s-%03d-%s"
              .formatted(brand.prefix(), number, option.substring(0, 2).toUpperCase(Locale.ROOT));
      variants.add(new Variant(id + variants.size() + 1, sku, option));
    }
    return new Product(
        brand,
        id,
        row.get(2),
        row.get(1),
        List.copyOf(variants),
        Product.charming(Long.parseLong(row.get(3)) * 100.0),
        scale.firstDay().minusDays(draw.between(10, 400)),
        scale.lastDay().minusDays(draw.between(0, Math.min(scale.days() - 1, 364))));
  }

  private double[] weights(Scale scale, Brand brand, Tier tier) {
    var shelf = products.get(brand);
    long dearest = shelf.stream().mapToLong(Product::firstPrice).max().orElseThrow();
    var draw = Draw.of(scale.seed(), "popularity", brand.number());
    return shelf.stream()
        .mapToDouble(product -> tier.tilt() * product.firstPrice() / dearest)
        .map(tilt -> StrictMath.exp(tilt) * draw.gamma(2, 1))
        .toArray();
  }

  /** A brand's products. */
  public List<Product> products(Brand brand) {
    return products.get(brand);
  }

  /** A brand's product of this title. */
  Product product(Brand brand, String title) {
    return products.get(brand).stream()
        .filter(product -> product.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  /** How often people of this tier pick a product, as a share of what they pick of its brand. */
  double share(Product product, Tier tier) {
    return shares(product.brand(), tier)[product.index()];
  }

  /** How often people of this tier pick each of a brand's products, as shares that add up to 1. */
  double[] shares(Brand brand, Tier tier) {
    double[] picked = weights.get(brand).get(tier);
    double total = Arrays.stream(picked).sum();
    return Arrays.stream(picked).map(weight -> weight / total).toArray();
  }

  /** A product that someone of this tier picks. */
  public Product pick(Brand brand, Tier tier, Draw draw) {
    return products.get(brand).get(draw.weighted(weights.get(brand).get(tier)));
  }

  /** The mean of an amount over the products that someone of this tier picks. */
  public double mean(Brand brand, Tier tier, ToDoubleFunction<Product> amount) {
    var shelf = products.get(brand);
    var shares = weights.get(brand).get(tier);
    double sum = 0;
    double total = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * amount.applyAsDouble(shelf.get(i));
      total += shares[i];
    }
    return sum / total;
  }
}
