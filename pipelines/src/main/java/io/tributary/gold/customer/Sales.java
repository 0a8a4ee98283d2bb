package io.tributary.gold.customer;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.MONEY;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.OrderLines;
import io.tributary.silver.Orders;
import io.tributary.silver.Returns;
import io.tributary.silver.identity.IdentityLinks;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What counts as a sale: completed orders with their returns, by person. Not stored; the ground of
 * all figures about customers and days.
 */
public final class Sales {
  public static final Field ACTIVITY_DATE =
      required("activity_date", DATE, "The business day; a return counts on its order's day");
  public static final Field ORDERS = required("orders", LONG, "Completed orders").certified();
  public static final Field UNITS =
      required("units", LONG, "Units sold, before returns").certified();
  public static final Field REVENUE =
      required("revenue", MONEY, "What order lines earned after discounts, before returns")
          .certified();
  public static final Field RETURNED_UNITS = required("returned_units", LONG, "Units returned");
  public static final Field RETURNS_AMOUNT =
      required("returns_amount", MONEY, "What was given back for returns and refunds").certified();
  public static final Field LONE_RETURNS_AMOUNT =
      required(
          "lone_returns_amount",
          MONEY,
          "Of returns_amount, what names no known order and so counts on the day it came back");

  public static final Table TABLE =
      Table.gold(
          "sales",
          "One row per completed order, and per return whose order is not known.",
          Orders.ORDER_KEY.orNull(),
          IdentityLinks.MASTER_CUSTOMER_ID.orNull(),
          Orders.BRAND,
          ACTIVITY_DATE,
          Orders.ORDERED_AT.orNull(),
          Orders.SALES_CHANNEL.orNull(),
          Orders.CHANNEL,
          Orders.CAMPAIGN,
          ORDERS,
          UNITS,
          REVENUE,
          RETURNED_UNITS,
          RETURNS_AMOUNT,
          LONE_RETURNS_AMOUNT);

  private static final String KEY = Orders.ORDER_KEY.name();
  private static final String PROFILE = Orders.CUSTOMER_RECORD_KEY.name();

  private Sales() {}

  /** What is sold, in what lines, what came back, and who each customer profile is. */
  public record Inputs(
      Dataset<Row> orders,
      Dataset<Row> orderLines,
      Dataset<Row> returns,
      Dataset<Row> identityLinks) {}

  /**
   * A return goes with its order. The return of an order that does not count (cancelled, never
   * fulfilled, a test) does not count either. One whose order is not known stands alone, on the day
   * it came back.
   */
  public static Dataset<Row> of(Inputs inputs) {
    var known = inputs.orders().select(Orders.ORDER_KEY.col(), Orders.IS_COUNTED.col());
    var returns = inputs.returns().join(known, KEY, "left");
    var completed = inputs.orders().filter(Orders.IS_COUNTED.col());
    var sales =
        withLines(completed, inputs.orderLines())
            .join(byOrder(returns.filter(Orders.IS_COUNTED.col())), KEY, "left")
            .unionByName(alone(returns.filter(Orders.IS_COUNTED.col().isNull())), true);
    return TABLE.select(orZero(sales.join(people(inputs), PROFILE, "left")));
  }

  private static Dataset<Row> withLines(Dataset<Row> orders, Dataset<Row> orderLines) {
    var earned =
        orderLines
            .groupBy(Orders.ORDER_KEY.col())
            .agg(
                UNITS.from(sum(OrderLines.QUANTITY.col())),
                REVENUE.from(sum(OrderLines.NET_AMOUNT.col())));
    return orders
        .select(
            Orders.ORDER_KEY.col(),
            Orders.CUSTOMER_RECORD_KEY.col(),
            Orders.BRAND.col(),
            ACTIVITY_DATE.from(Orders.ORDER_DATE.col()),
            Orders.ORDERED_AT.col(),
            Orders.SALES_CHANNEL.col(),
            Orders.CHANNEL.col(),
            Orders.CAMPAIGN.col(),
            ORDERS.from(lit(1)))
        .join(earned, KEY, "left");
  }

  private static Dataset<Row> byOrder(Dataset<Row> returns) {
    return returns
        .groupBy(Orders.ORDER_KEY.col())
        .agg(
            RETURNED_UNITS.from(sum(Returns.QUANTITY.col())),
            RETURNS_AMOUNT.from(sum(Returns.AMOUNT.col())));
  }

  private static Dataset<Row> alone(Dataset<Row> returns) {
    return returns.select(
        Orders.CUSTOMER_RECORD_KEY.col(),
        Orders.BRAND.col(),
        ACTIVITY_DATE.from(Returns.RETURNED_DATE.col()),
        RETURNED_UNITS.from(Returns.QUANTITY.col()),
        RETURNS_AMOUNT.from(Returns.AMOUNT.col()),
        LONE_RETURNS_AMOUNT.from(Returns.AMOUNT.col()));
  }

  private static Dataset<Row> people(Inputs inputs) {
    return inputs
        .identityLinks()
        .select(Records.RECORD_KEY.col().as(PROFILE), IdentityLinks.MASTER_CUSTOMER_ID.col());
  }

  /** An order without lines or returns, and a return without an order, count nothing there. */
  private static Dataset<Row> orZero(Dataset<Row> sales) {
    return orZero(
        sales, ORDERS, UNITS, REVENUE, RETURNED_UNITS, RETURNS_AMOUNT, LONE_RETURNS_AMOUNT);
  }

  static Dataset<Row> orZero(Dataset<Row> rows, Field... amounts) {
    return rows.na().fill(0, Arrays.stream(amounts).map(Field::name).toArray(String[]::new));
  }

  /** The sum of a column under its own name. */
  public static Column total(Field amount) {
    return amount.from(sum(amount.col()));
  }
}
