package io.tributary.sample.source.connector;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.Json;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Charges;
import io.tributary.sample.source.OrderStatus;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Account;
import io.tributary.sample.world.Line;
import io.tributary.sample.world.Moment;
import io.tributary.sample.world.ShopOrder;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An order as the GraphQL Admin API gives it: UTC times, global ids, sets of money. */
final class GraphqlOrder {
  private GraphqlOrder() {}

  static Json of(ShopOrder order, Delivery delivery, LocalDateTime updatedAt) {
    var charges = new Charges(order);
    var status = new OrderStatus(order, delivery);
    var fulfilment = status.fulfilment() == null ? "UNFULFILLED" : "FULFILLED";
    var node =
        new Json()
            .with("id", "gid://shopify/Order/" + order.id())
            .with("name", "#" + order.id() % 10_000_000_000L)
            .with("email", order.checkout().email())
            .with("createdAt", utc(order, order.at()))
            .with("processedAt", utc(order, order.at()))
            .with("updatedAt", utc(order, updatedAt))
            .with(
                "cancelledAt",
                status.cancellation().map(known -> utc(order, known.at())).orElse(null))
            .with("test", order.checkout().test())
            .with("sourceName", order.checkout().sourceName())
            .with("displayFinancialStatus", status.financial().toUpperCase(Locale.ROOT))
            .with("displayFulfillmentStatus", fulfilment)
            .with("taxesIncluded", charges.taxIncluded())
            .with("currencyCode", order.brand().currency())
            .with("totalPriceSet", money(order, charges.total()))
            .with("subtotalPriceSet", money(order, order.subtotal()))
            .with("totalDiscountsSet", money(order, charges.discounts()))
            .with("totalTaxSet", money(order, charges.tax(order.subtotal())))
            .with("totalShippingPriceSet", money(order, order.shipping()))
            .with("customer", customer(order))
            .with("lineItems", new Json().with("edges", lines(order)));
    return new Json().with("node", node);
  }

  private static String utc(ShopOrder order, LocalDateTime local) {
    return Stamp.utc(Moment.utc(local, order.brand().zone())).replace("+00:00", "Z");
  }

  private static Json money(ShopOrder order, long minorUnits) {
    var money =
        new Json()
            .with("amount", Amount.text(minorUnits))
            .with("currencyCode", order.brand().currency());
    return new Json().with("shopMoney", money);
  }

  private static Json customer(ShopOrder order) {
    return order
        .checkout()
        .account()
        .map(
            box ->
                new Json()
                    .with("id", "gid://shopify/Customer/" + Account.idOf(order.brand(), box))
                    .with("email", box.address()))
        .orElse(null);
  }

  private static List<Json> lines(ShopOrder order) {
    var edges = new ArrayList<Json>();
    for (int i = 0; i < order.lines().size(); i++) {
      Line line = order.lines().get(i);
      edges.add(
          new Json()
              .with(
                  "node",
                  new Json()
                      .with("id", "gid://shopify/LineItem/" + order.lineId(i))
                      .with("sku", line.variant().sku())
                      .with("title", line.product().title())
                      .with("quantity", line.quantity())
                      .with("originalUnitPriceSet", money(order, line.unitPrice()))
                      .with("totalDiscountSet", money(order, line.discount()))));
    }
    return edges;
  }
}
