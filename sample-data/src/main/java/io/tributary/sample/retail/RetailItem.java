package io.tributary.sample.retail;

import io.tributary.sample.media.MediaDelivery;
import io.tributary.sample.world.Catalogue;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A product that retailers sell, under numbers of their own. */
public record RetailItem(Product product, double unitsADay) {
  private static final int EVERY = 4;
  private static final double BUSY = 55;

  /** What retailers sell of the catalogue: every fourth product of two brands. */
  public static List<RetailItem> of(Catalogue catalogue, long seed) {
    var items = new ArrayList<RetailItem>();
    for (var brand : MediaDelivery.BRANDS) {
      var products = catalogue.products(brand);
      for (int i = 0; i < products.size(); i += EVERY) {
        var draw = Draw.of(seed, "retail item", products.get(i).id());
        items.add(new RetailItem(products.get(i), draw.gamma(6, BUSY)));
      }
    }
    return items;
  }

  /** Its stock-keeping unit in the brand's own books. */
  public String sku() {
    return product.variants().get(0).sku();
  }

  /** What a partner calls it. */
  public String number(Retailer retailer) {
    long id = product.id();
    return switch (retailer) {
      case AMAZON ->
          "B0"
              + Long.toString(78_364_164_096L + id * 2_654_435L % 2_000_000_000_000L, 36)
                  .toUpperCase(Locale.ROOT);
      case WALMART -> "" + (550_000_000 + id);
      case TARGET -> "%03d-%02d-%04d".formatted(id / 100_000, id / 1_000 % 100, id % 10_000);
    };
  }

  /** What a unit costs at a retailer, in cents. */
  public long price() {
    return product.firstPrice();
  }
}
