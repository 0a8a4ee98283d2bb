package io.tributary.sample.source;

import io.tributary.sample.landing.Json;
import io.tributary.sample.world.Account;
import io.tributary.sample.world.Line;
import io.tributary.sample.world.Mailbox;
import io.tributary.sample.world.ShopOrder;
import java.util.ArrayList;

/** The larger parts of an order document. */
final class OrderDocument {
  private OrderDocument() {}

  static void money(ShopOrder order, Json json) {
    var charges = new Charges(order);
    json.with("total_price", Amount.text(charges.total()))
        .with("subtotal_price", Amount.text(order.subtotal()))
        .with("total_discounts", Amount.text(charges.discounts()))
        .with("total_tax", Amount.text(charges.tax(order.subtotal())))
        .with("taxes_included", charges.taxIncluded());
  }

  static void people(ShopOrder order, Json json) {
    var buyer = order.buyer();
    var date = order.at().toLocalDate();
    var address = buyer.residence().on(date);
    var recipient = order.checkout().recipient();
    var phone = buyer.number() % 3 == 0 ? buyer.contact().phone() : null;
    json.with("buyer_accepts_marketing", buyer.number() % 5 < 3)
        .with("customer", order.checkout().account().map(box -> customer(order, box)).orElse(null))
        .with(
            "shipping_address",
            new Json()
                .with("first_name", recipient.first())
                .with("last_name", recipient.last())
                .with("address1", address.street())
                .with("city", address.city())
                .with("zip", address.postcode())
                .with("province_code", address.country().equals("US") ? address.region() : null)
                .with("country_code", address.country())
                .with("phone", phone));
  }

  private static Json customer(ShopOrder order, Mailbox mailbox) {
    var name = order.checkout().recipient();
    return new Json()
        .with("id", Account.idOf(order.brand(), mailbox))
        .with("email", mailbox.address())
        .with("first_name", name.first())
        .with("last_name", name.last())
        .with("phone", null);
  }

  static void goods(OrderStatus status, Json json) {
    var order = status.order();
    var lines = new ArrayList<Json>();
    for (int i = 0; i < order.lines().size(); i++) {
      lines.add(line(order.lines().get(i), order.lineId(i)));
    }
    var shipping =
        new Json()
            .with("amount", Amount.text(order.shipping()))
            .with("currency_code", order.brand().currency());
    var refunds =
        status.refunds().stream()
            .map(
                refund ->
                    new Json()
                        .with("id", ShopRefunds.id(order, refund))
                        .with("created_at", Stamp.withOffset(refund.at(), order.brand().zone())))
            .toList();
    json.with("line_items", lines)
        .with("total_shipping_price_set", new Json().with("shop_money", shipping))
        .with("refunds", refunds);
  }

  private static Json line(Line line, long id) {
    return new Json()
        .with("id", id)
        .with("product_id", line.product().id())
        .with("variant_id", line.variant().id())
        .with("sku", line.variant().sku())
        .with("title", line.product().title())
        .with("quantity", line.quantity())
        .with("price", Amount.text(line.unitPrice()))
        .with("total_discount", Amount.text(line.discount()));
  }
}
