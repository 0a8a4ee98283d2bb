package io.tributary.sample.source.connector;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.ShopOrders;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.ShopOrder;
import java.time.LocalDateTime;

/**
 * The orders of Kids as GraphQL gives them and as Airbyte and Fivetran land them: a small example
 * from the daily deliveries, beside the same orders of the REST interface.
 */
public final class LandedOrders implements Source {
  private static final Brand BRAND = Brand.KIDS;
  private static final Frame GRAPHQL =
      new Frame("{\"data\":{\"orders\":{\"edges\":[\n", ",\n", "\n]}}}\n");

  @Override
  public void open(Shipment shipment) {
    if (!shipment.delivery().isHistory()) {
      shipment.landing("shop_orders_graphql", "kids.json.gz", GRAPHQL);
      shipment.landing("airbyte_shop_orders", "kids.jsonl.gz", Frame.LINES);
      shipment.landing("fivetran_shop_orders", "order.csv.gz", FivetranOrder.ORDERS);
      shipment.landing("fivetran_shop_order_lines", "order_line.csv.gz", FivetranOrder.LINES);
    }
  }

  @Override
  public void add(Family family, Shipment shipment) {
    var delivery = shipment.delivery();
    if (delivery.isHistory()) {
      return;
    }
    for (var life : family.lives()) {
      for (var order : life.orders()) {
        if (order.brand() == BRAND) {
          delivery.latest(order.changes()).ifPresent(at -> add(order, at, shipment));
        }
      }
    }
  }

  private static void add(ShopOrder order, LocalDateTime updatedAt, Shipment shipment) {
    var key = order.at() + " " + order.id();
    var delivery = shipment.delivery();
    var synced = synced(delivery);
    var rest = ShopOrders.document(order, delivery, updatedAt);
    shipment
        .landing("shop_orders_graphql", "kids.json.gz", GRAPHQL)
        .add(key, GraphqlOrder.of(order, delivery, updatedAt).toString());
    shipment
        .landing("airbyte_shop_orders", "kids.jsonl.gz", Frame.LINES)
        .add(key, AirbyteRecord.of(order, rest, synced) + "\n");
    shipment
        .landing("fivetran_shop_orders", "order.csv.gz", FivetranOrder.ORDERS)
        .add(key, FivetranOrder.order(order, delivery, updatedAt, synced));
    shipment
        .landing("fivetran_shop_order_lines", "order_line.csv.gz", FivetranOrder.LINES)
        .add(key, FivetranOrder.lines(order, synced));
  }

  private static String synced(Delivery delivery) {
    return Stamp.utc(delivery.date().plusDays(1).atTime(3, 12, 9));
  }
}
