package io.tributary.gold;

import static org.apache.spark.sql.functions.coalesce;

import io.tributary.bronze.Records;
import io.tributary.gold.customer.Sales;
import io.tributary.lake.FewRows;
import io.tributary.lake.Lake;
import io.tributary.silver.OrderLines;
import io.tributary.silver.Orders;
import io.tributary.silver.Returns;
import io.tributary.silver.identity.IdentityLinks;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The business days whose figures a night's changes touch, and the facts of those days. */
final class RestatedDays {
  /** A return counts on the day of its order, or on its own while the order is not known. */
  private static final Column RETURN_COUNTS_ON =
      coalesce(Returns.ORDER_DATE.col(), Returns.RETURNED_DATE.col());

  private static final String ORDER = Orders.ORDER_KEY.name();

  private RestatedDays() {}

  /** Days of changed facts, and of all facts of profiles that now are another person. */
  static Dataset<Row> of(Lake lake, Sales.Inputs all) {
    Dataset<Row> profiles =
        lake.changedKeys(IdentityLinks.TABLE, Records.RECORD_KEY)
            .select(Records.RECORD_KEY.col().as(Orders.CUSTOMER_RECORD_KEY.name()));
    String profile = Orders.CUSTOMER_RECORD_KEY.name();
    Dataset<Row> orders = lake.changedKeys(Orders.TABLE, Orders.ORDER_DATE);
    Dataset<Row> ofLines = FewRows.of(lake.changedKeys(OrderLines.TABLE, Orders.ORDER_KEY));
    Dataset<Row> returns =
        lake.changedKeys(Returns.TABLE, Returns.ORDER_DATE, Returns.RETURNED_DATE);
    return day(orders, Orders.ORDER_DATE.col())
        .union(day(all.orders().join(ofLines, ORDER, "left_semi"), Orders.ORDER_DATE.col()))
        .union(day(returns, RETURN_COUNTS_ON))
        .union(day(all.orders().join(profiles, profile, "left_semi"), Orders.ORDER_DATE.col()))
        .union(day(all.returns().join(profiles, profile, "left_semi"), RETURN_COUNTS_ON))
        .distinct();
  }

  /** A line counts on its order's day, whatever day it was rung up on itself. */
  static Sales.Inputs only(Sales.Inputs all, Dataset<Row> days) {
    Dataset<Row> orders = FewRows.of(on(all.orders(), Orders.ORDER_DATE.col(), days));
    return new Sales.Inputs(
        orders,
        all.orderLines().join(orders.select(Orders.ORDER_KEY.col()), ORDER, "left_semi"),
        on(all.returns(), RETURN_COUNTS_ON, days),
        all.identityLinks());
  }

  private static Dataset<Row> day(Dataset<Row> facts, Column day) {
    return facts.select(Sales.ACTIVITY_DATE.from(day));
  }

  private static Dataset<Row> on(Dataset<Row> facts, Column day, Dataset<Row> days) {
    return facts.join(days, day.equalTo(days.col(Sales.ACTIVITY_DATE.name())), "left_semi");
  }
}
