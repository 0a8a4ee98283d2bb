package io.tributary.gold.executive;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.MONEY;
import static io.tributary.lake.Field.RATE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.tributary.gold.customer.CustomerDays;
import io.tributary.gold.customer.Sales;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.lake.governance.AssumptionBook;
import io.tributary.lake.governance.AssumptionName;
import io.tributary.silver.AdSpend;
import io.tributary.silver.Orders;
import io.tributary.silver.identity.IdentityLinks;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The day's figures, for each brand and for the enterprise, as executives read them. */
public final class DailyKpis {
  /** What stands in the brand column for all brands together. */
  public static final String ENTERPRISE = "enterprise";

  public static final Field BRAND =
      required("brand", TEXT, "The brand; 'enterprise' for all brands together");
  public static final Field AVERAGE_ORDER_VALUE =
      optional(
              "average_order_value",
              MONEY,
              "net_revenue / orders, to the cent; null without orders")
          .certified();
  public static final Field ACTIVE_CUSTOMERS =
      required(
              "active_customers",
              LONG,
              "Known people with an order on the day; one who buys from two brands counts once in the"
                  + " enterprise. Anonymous sales count in orders and revenue only")
          .certified();
  public static final Field NEW_CUSTOMERS =
      required(
              "new_customers",
              LONG,
              "Active customers whose first order ever, at the brand or at any brand for the"
                  + " enterprise, is on the day")
          .certified();
  public static final Field MEDIA_SPEND =
      required("media_spend", MONEY, "Media cost and agency fees of the account's own day")
          .certified();
  public static final Field BLENDED_ROAS =
      optional(
              "blended_roas",
              RATE,
              "net_revenue / media_spend, whatever brought the sale; null without spend")
          .certified();
  public static final Field CAC =
      optional("cac", MONEY, "media_spend / new_customers, to the cent; null without new customers")
          .certified();
  public static final Field CONTRIBUTION_MARGIN =
      required(
              "contribution_margin",
              MONEY,
              "net_revenue x gross margin of the brand on the day - media_spend; the enterprise is the"
                  + " sum of its brands")
          .certified();

  public static final Table TABLE =
      Table.gold(
              "daily_kpis",
              "One row per day and brand with sales or spend, and one for the enterprise.",
              Sales.ACTIVITY_DATE,
              BRAND,
              Sales.ORDERS,
              Sales.UNITS,
              Sales.REVENUE,
              Sales.RETURNS_AMOUNT,
              CustomerDays.NET_REVENUE,
              AVERAGE_ORDER_VALUE,
              ACTIVE_CUSTOMERS,
              NEW_CUSTOMERS,
              MEDIA_SPEND,
              BLENDED_ROAS,
              CAC,
              CONTRIBUTION_MARGIN)
          .key(Sales.ACTIVITY_DATE, BRAND)
          .check(
              Check.fail("net_revenue_adds_up", "net_revenue = revenue - returns_amount"),
              Check.fail("new_customers_are_active", "new_customers <= active_customers"));

  private static final String[] BY_DAY = {Sales.ACTIVITY_DATE.name(), BRAND.name()};

  private DailyKpis() {}

  /**
   * What the figures are made of.
   *
   * @param sales the days to make
   * @param customerDays every day there was, since who is new depends on all that came before
   * @param adSpend the days to make
   */
  public record Inputs(Dataset<Row> sales, Dataset<Row> customerDays, Dataset<Row> adSpend) {}

  /** A day with spend and no sales keeps its row, and the other way round. */
  public static Dataset<Row> of(Inputs inputs, AssumptionBook assumptions) {
    var brands = contributions(brandDays(inputs), assumptions);
    var enterprise = totals(brands.withColumn(BRAND.name(), lit(ENTERPRISE)));
    var days =
        brands.unionByName(enterprise).join(customers(inputs.customerDays()), BY_DAY, "left");
    return TABLE.select(withRatios(days.na().fill(0)));
  }

  private static Dataset<Row> brandDays(Inputs inputs) {
    var sales =
        inputs
            .sales()
            .withColumn(
                CustomerDays.NET_REVENUE.name(),
                Sales.REVENUE.col().minus(Sales.RETURNS_AMOUNT.col()))
            .withColumn(MEDIA_SPEND.name(), MEDIA_SPEND.from(lit(0)));
    var spend =
        inputs
            .adSpend()
            .select(
                Sales.ACTIVITY_DATE.from(AdSpend.SPEND_DATE.col()),
                BRAND.col(),
                MEDIA_SPEND.from(AdSpend.COST.col().plus(AdSpend.FEE.col())));
    var both = sales.unionByName(spend, true).na().fill(0);
    return totals(both.withColumn(CONTRIBUTION_MARGIN.name(), lit(0)));
  }

  private static Dataset<Row> contributions(Dataset<Row> days, AssumptionBook assumptions) {
    Column margin =
        assumptions.column(AssumptionName.GROSS_MARGIN, BRAND.col(), Sales.ACTIVITY_DATE.col());
    Column earned = CustomerDays.NET_REVENUE.col().multiply(margin).minus(MEDIA_SPEND.col());
    return days.withColumn(CONTRIBUTION_MARGIN.name(), CONTRIBUTION_MARGIN.from(earned));
  }

  private static Dataset<Row> totals(Dataset<Row> rows) {
    return rows.groupBy(Sales.ACTIVITY_DATE.col(), BRAND.col())
        .agg(
            Sales.total(Sales.ORDERS),
            Sales.total(Sales.UNITS),
            Sales.total(Sales.REVENUE),
            Sales.total(Sales.RETURNS_AMOUNT),
            Sales.total(CustomerDays.NET_REVENUE),
            Sales.total(MEDIA_SPEND),
            Sales.total(CONTRIBUTION_MARGIN));
  }

  /** Active and new customers of each brand and of the enterprise. */
  private static Dataset<Row> customers(Dataset<Row> customerDays) {
    Column scope = explode(array(Orders.BRAND.col(), lit(ENTERPRISE)));
    Column firstDay =
        min(Sales.ACTIVITY_DATE.col())
            .over(Window.partitionBy(BRAND.col(), IdentityLinks.MASTER_CUSTOMER_ID.col()));
    Column isNew = Sales.ACTIVITY_DATE.col().equalTo(firstDay);
    return customerDays
        .filter(Sales.ORDERS.col().gt(0))
        .select(
            IdentityLinks.MASTER_CUSTOMER_ID.col(),
            Sales.ACTIVITY_DATE.col(),
            scope.as(BRAND.name()))
        .distinct()
        .withColumn(NEW_CUSTOMERS.name(), NEW_CUSTOMERS.from(isNew))
        .groupBy(Sales.ACTIVITY_DATE.col(), BRAND.col())
        .agg(ACTIVE_CUSTOMERS.from(count(lit(1))), Sales.total(NEW_CUSTOMERS));
  }

  private static Dataset<Row> withRatios(Dataset<Row> days) {
    Column net = CustomerDays.NET_REVENUE.col();
    return days.withColumn(AVERAGE_ORDER_VALUE.name(), ratio(net, Sales.ORDERS))
        .withColumn(BLENDED_ROAS.name(), ratio(net, MEDIA_SPEND))
        .withColumn(CAC.name(), ratio(MEDIA_SPEND.col(), NEW_CUSTOMERS));
  }

  private static Column ratio(Column amount, Field divisor) {
    return when(divisor.col().notEqual(0), amount.divide(divisor.col()));
  }
}
