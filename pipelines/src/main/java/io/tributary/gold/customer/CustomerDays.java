package io.tributary.gold.customer;

import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.MONEY;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.TEXTS;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.Orders;
import io.tributary.silver.identity.IdentityLinks;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each known person bought and returned, by brand and day: all that later figures need. */
public final class CustomerDays {
  public static final Field NET_REVENUE =
      required("net_revenue", MONEY, "Revenue after returns: revenue - returns_amount").certified();
  public static final Field SALES_CHANNELS =
      required("sales_channels", TEXTS, "Where orders were placed, sorted: app, store, web ...");
  public static final Field FIRST_ORDER_KEY =
      optional("first_order_key", TEXT, "The earliest order; null without orders");
  public static final Field FIRST_ORDERED_AT =
      optional("first_ordered_at", INSTANT, "When the earliest order was placed");
  public static final Field FIRST_CHANNEL =
      optional("first_channel", TEXT, "The marketing channel the earliest order names");
  public static final Field FIRST_CAMPAIGN =
      optional("first_campaign", TEXT, "The campaign the earliest order names");

  public static final Table TABLE =
      Table.gold(
              "customer_days",
              "One row per known customer, brand and day with an order or a lone return.",
              IdentityLinks.MASTER_CUSTOMER_ID,
              Orders.BRAND,
              Sales.ACTIVITY_DATE,
              Sales.ORDERS,
              Sales.UNITS,
              Sales.REVENUE,
              Sales.RETURNED_UNITS,
              Sales.RETURNS_AMOUNT,
              Sales.LONE_RETURNS_AMOUNT,
              NET_REVENUE,
              SALES_CHANNELS,
              FIRST_ORDER_KEY,
              FIRST_ORDERED_AT,
              FIRST_CHANNEL,
              FIRST_CAMPAIGN)
          .key(IdentityLinks.MASTER_CUSTOMER_ID, Orders.BRAND, Sales.ACTIVITY_DATE)
          .check(
              Check.fail("net_revenue_adds_up", "net_revenue = revenue - returns_amount"),
              // Shops round what they give back by line, so each unit may be a cent off.
              Check.warn(
                  "returns_of_orders_within_revenue",
                  "returns_amount - lone_returns_amount <= revenue + 0.01 * returned_units"));

  /** Compared from the left: the time decides, the order's key settles equal times. */
  private static final Column FIRST_ORDER =
      struct(
          FIRST_ORDERED_AT.from(Orders.ORDERED_AT.col()),
          FIRST_ORDER_KEY.from(Orders.ORDER_KEY.col()),
          FIRST_CHANNEL.from(Orders.CHANNEL.col()),
          FIRST_CAMPAIGN.from(Orders.CAMPAIGN.col()));

  private CustomerDays() {}

  /** Any whole days of sales become exactly those days, so that days can be made anew alone. */
  public static Dataset<Row> of(Dataset<Row> sales) {
    var first = min(when(Sales.ORDERS.col().gt(0), FIRST_ORDER)).as("first");
    var days =
        sales
            .filter(IdentityLinks.MASTER_CUSTOMER_ID.col().isNotNull())
            .groupBy(
                IdentityLinks.MASTER_CUSTOMER_ID.col(),
                Orders.BRAND.col(),
                Sales.ACTIVITY_DATE.col())
            .agg(
                first,
                Sales.total(Sales.ORDERS),
                Sales.total(Sales.UNITS),
                Sales.total(Sales.REVENUE),
                Sales.total(Sales.RETURNED_UNITS),
                Sales.total(Sales.RETURNS_AMOUNT),
                Sales.total(Sales.LONE_RETURNS_AMOUNT),
                SALES_CHANNELS.from(array_sort(collect_set(Orders.SALES_CHANNEL.col()))));
    return TABLE.select(
        days.select("*", "first.*")
            .withColumn(NET_REVENUE.name(), Sales.REVENUE.col().minus(Sales.RETURNS_AMOUNT.col())));
  }

  /** Over the days of a customer: every sales channel there was, once, sorted. */
  static Column allSalesChannels() {
    return SALES_CHANNELS.from(
        array_sort(array_distinct(flatten(collect_list(SALES_CHANNELS.col())))));
  }
}
