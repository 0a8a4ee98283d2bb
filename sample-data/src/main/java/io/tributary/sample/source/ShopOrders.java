package io.tributary.sample.source;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Fate;
import io.tributary.sample.world.ShopOrder;
import java.time.LocalDateTime;

/**
 * Web orders as the shop's Admin API gives them: one document a brand, with the orders placed or
 * changed since the delivery before, each as it stands now.
 */
public final class ShopOrders implements Source {
  @Override
  public void open(Shipment shipment) {
    for (var brand : Brand.values()) {
      file(brand, shipment);
    }
  }

  private static ExportFile file(Brand brand, Shipment shipment) {
    return shipment.landing("shop_orders", brand.slug() + ".json.gz", Frame.document("orders"));
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var life : family.lives()) {
      for (var order : life.orders()) {
        shipment
            .delivery()
            .latest(order.changes())
            .ifPresent(
                updatedAt ->
                    file(order.brand(), shipment)
                        .add(
                            order.at() + " " + order.id(),
                            document(order, shipment.delivery(), updatedAt).toString()));
      }
    }
  }

  /** An order as it stands at a delivery. */
  public static Json document(ShopOrder order, Delivery delivery, LocalDateTime updatedAt) {
    var status = new OrderStatus(order, delivery);
    var zone = order.brand().zone();
    var cancellation = status.cancellation();
    var json =
        new Json()
            .with("id", order.id())
            .with("name", "#" + order.id() % 10_000_000_000L)
            .with("email", order.checkout().email())
            .with("created_at", Stamp.withOffset(order.at(), zone))
            .with("processed_at", Stamp.withOffset(order.at(), zone))
            .with("updated_at", Stamp.withOffset(updatedAt, zone))
            .with("cancelled_at", Stamp.withOffset(cancellation.map(Fate.Cancellation::at), zone))
            .with("cancel_reason", cancellation.map(Fate.Cancellation::reason).orElse(null))
            .with("test", order.checkout().test())
            .with("currency", order.brand().currency())
            .with("presentment_currency", presentmentCurrency(order));
    OrderDocument.money(order, json);
    json.with("financial_status", status.financial())
        .with("fulfillment_status", status.fulfilment())
        .with("source_name", order.checkout().sourceName())
        .with("landing_site", order.visit().landingSite().orElse(null))
        .with("referring_site", order.visit().referringSite().orElse(null));
    OrderDocument.people(order, json);
    OrderDocument.goods(status, json);
    return json;
  }

  private static String presentmentCurrency(ShopOrder order) {
    return switch (order.buyer().country()) {
      case "GB" -> "GBP";
      case "DE" -> "EUR";
      default -> "USD";
    };
  }
}
