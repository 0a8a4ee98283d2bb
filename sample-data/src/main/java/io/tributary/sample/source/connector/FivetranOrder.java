package io.tributary.sample.source.connector;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Charges;
import io.tributary.sample.source.OrderStatus;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Account;
import io.tributary.sample.world.Moment;
import io.tributary.sample.world.ShopOrder;
import java.time.LocalDateTime;

/** An order as rows of the tables that Fivetran keeps: UTC times without an offset. */
final class FivetranOrder {
  static final Frame ORDERS =
      Frame.table(
          "id",
          "email",
          "created_at",
          "processed_at",
          "updated_at",
          "cancelled_at",
          "currency",
          "total_price",
          "subtotal_price",
          "total_tax",
          "total_discounts",
          "taxes_included",
          "financial_status",
          "fulfillment_status",
          "source_name",
          "landing_site_base_url",
          "referring_site",
          "customer_id",
          "test",
          "_fivetran_deleted",
          "_fivetran_synced");
  static final Frame LINES =
      Frame.table(
          "id",
          "order_id",
          "index",
          "product_id",
          "variant_id",
          "sku",
          "title",
          "quantity",
          "price",
          "total_discount",
          "_fivetran_synced");

  private FivetranOrder() {}

  static String order(
      ShopOrder order, Delivery delivery, LocalDateTime updatedAt, String syncedAt) {
    var charges = new Charges(order);
    var status = new OrderStatus(order, delivery);
    return Csv.line(
        order.id(),
        order.checkout().email(),
        utc(order, order.at()),
        utc(order, order.at()),
        utc(order, updatedAt),
        status.cancellation().map(known -> utc(order, known.at())),
        order.brand().currency(),
        Amount.text(charges.total()),
        Amount.text(order.subtotal()),
        Amount.text(charges.tax(order.subtotal())),
        Amount.text(charges.discounts()),
        charges.taxIncluded(),
        status.financial(),
        status.fulfilment(),
        order.checkout().sourceName(),
        order.visit().landingSite(),
        order.visit().referringSite(),
        order.checkout().account().map(box -> Account.idOf(order.brand(), box)),
        order.checkout().test(),
        false,
        syncedAt);
  }

  static String lines(ShopOrder order, String syncedAt) {
    var text = new StringBuilder();
    for (int i = 0; i < order.lines().size(); i++) {
      var line = order.lines().get(i);
      text.append(
          Csv.line(
              order.lineId(i),
              order.id(),
              i,
              line.product().id(),
              line.variant().id(),
              line.variant().sku(),
              line.product().title(),
              line.quantity(),
              Amount.text(line.unitPrice()),
              Amount.text(line.discount()),
              syncedAt));
    }
    return text.toString();
  }

  private static String utc(ShopOrder order, LocalDateTime local) {
    return Stamp.local(Moment.utc(local, order.brand().zone()));
  }
}
