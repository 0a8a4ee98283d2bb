package io.tributary.sample.source;

import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Refund;
import io.tributary.sample.world.ShopOrder;
import java.util.ArrayList;
import java.util.List;

/** Refunds as the shop's Admin API gives them, one a line; a refund never changes. */
public final class ShopRefunds implements Source {
  @Override
  public void open(Shipment shipment) {
    for (var brand : Brand.values()) {
      file(brand, shipment);
    }
  }

  private static ExportFile file(Brand brand, Shipment shipment) {
    return shipment.landing("shop_refunds", brand.slug() + ".jsonl.gz", Frame.LINES);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var life : family.lives()) {
      for (var order : life.orders()) {
        order.refunds().stream()
            .filter(refund -> shipment.delivery().brings(refund.at()))
            .forEach(
                refund ->
                    file(order.brand(), shipment)
                        .add(refund.at() + " " + order.id(), record(order, refund) + "\n"));
      }
    }
  }

  static long id(ShopOrder order, Refund refund) {
    return order.id() * 10 + refund.number();
  }

  private static Json record(ShopOrder order, Refund refund) {
    var at = Stamp.withOffset(refund.at(), order.brand().zone());
    return new Json()
        .with("id", id(order, refund))
        .with("order_id", order.id())
        .with("created_at", at)
        .with("processed_at", at)
        .with("note", refund.note())
        .with("refund_line_items", items(order, refund))
        .with("order_adjustments", adjustments(order, refund))
        .with("transactions", List.of(transaction(order, refund)));
  }

  private static List<Json> items(ShopOrder order, Refund refund) {
    var charges = new Charges(order);
    var items = new ArrayList<Json>();
    for (var item : refund.items()) {
      var line = order.lines().get(item.line());
      long goods = line.netOf(item.quantity());
      items.add(
          new Json()
              .with("id", order.lineId(item.line()))
              .with("line_item_id", order.lineId(item.line()))
              .with("quantity", item.quantity())
              .with("subtotal", Amount.of(goods))
              .with("total_tax", Amount.of(charges.tax(goods)))
              .with("restock_type", order.fate().cancellation().isPresent() ? "cancel" : "return")
              .with("line_item", new Json().with("sku", line.variant().sku())));
    }
    return items;
  }

  private static List<Json> adjustments(ShopOrder order, Refund refund) {
    long shipping = new Charges(order).refundedShipping(refund);
    if (shipping == 0) {
      return List.of();
    }
    return List.of(
        new Json()
            .with("id", id(order, refund))
            .with("kind", "shipping_refund")
            .with("amount", Amount.text(-shipping))
            .with("reason", "Shipping refund"));
  }

  private static Json transaction(ShopOrder order, Refund refund) {
    return new Json()
        .with("id", id(order, refund))
        .with("kind", "refund")
        .with("status", "success")
        .with("amount", Amount.text(new Charges(order).refunded(refund)))
        .with("currency", order.brand().currency());
  }
}
