package io.tributary.sample.source;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Catalogue;
import io.tributary.sample.world.Product;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;

/** A brand's products in one document, with those that changed since the delivery before. */
public final class ShopProducts implements Source {
  private static final int MIDNIGHT_JOB_MINUTE = 5;

  private final Catalogue catalogue;

  /** The products of this catalogue. */
  public ShopProducts(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void open(Shipment shipment) {
    var delivery = shipment.delivery();
    for (var brand : Brand.values()) {
      var file =
          shipment.landing("shop_products", brand.slug() + ".json", Frame.document("products"));
      for (var product : catalogue.products(brand)) {
        delivery
            .latest(Stream.of(at(product.createdOn()), at(product.repricedOn())))
            .ifPresent(
                updatedAt ->
                    file.add(
                        String.valueOf(product.id()),
                        record(product, updatedAt, delivery).toString()));
      }
    }
  }

  private static LocalDateTime at(LocalDate day) {
    return day.atTime(0, MIDNIGHT_JOB_MINUTE);
  }

  private static Json record(Product product, LocalDateTime updatedAt, Delivery delivery) {
    var zone = product.brand().zone();
    var price = Amount.text(product.price(delivery.date()));
    var variants =
        product.variants().stream()
            .map(
                variant ->
                    new Json()
                        .with("id", variant.id())
                        .with("product_id", product.id())
                        .with("title", variant.option())
                        .with("sku", variant.sku())
                        .with("price", price)
                        .with("inventory_item_cost", Amount.text(product.cost())))
            .toList();
    return new Json()
        .with("id", product.id())
        .with("title", product.title())
        .with("product_type", product.type())
        .with("vendor", "Prism " + product.brand().title())
        .with("status", "active")
        .with("created_at", Stamp.withOffset(at(product.createdOn()), zone))
        .with("updated_at", Stamp.withOffset(updatedAt, zone))
        .with("variants", variants);
  }
}
