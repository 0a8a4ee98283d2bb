package io.tributary.gold.customer;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.MONEY;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static io.tributary.lake.governance.AssumptionName.GROSS_MARGIN;
import static io.tributary.lake.governance.AssumptionName.LIFESPAN_YEARS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.Orders;
import io.tributary.silver.identity.IdentityLinks;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each known person is to each brand: history, certified lifetime value and segment. */
public final class CustomerBrand {
  public static final Field ACQUISITION_CHANNEL =
      optional("acquisition_channel", TEXT, "The marketing channel the first order names");
  public static final Field ACQUISITION_CAMPAIGN =
      optional("acquisition_campaign", TEXT, "The campaign the first order names");
  public static final Field COHORT_MONTH =
      optional("cohort_month", DATE, "First day of the month of the first order");
  public static final Field FIRST_ORDER_DATE =
      optional("first_order_date", DATE, "Business day of the first order; null without orders");
  public static final Field LAST_ORDER_DATE =
      optional("last_order_date", DATE, "Business day of the last order; null without orders");
  public static final Field MARGIN =
      required("margin", MONEY, "Net revenue x gross margin of the brand on the as-of day")
          .certified();
  public static final Field ORDERS_365 =
      required("orders_365", LONG, "Orders in the 365 days that end on the as-of day").certified();
  public static final Field NET_REVENUE_365 =
      required("net_revenue_365", MONEY, "Net revenue of the 365 days that end on the as-of day")
          .certified();
  public static final Field AVERAGE_ORDER_VALUE =
      optional(
              "average_order_value",
              MONEY,
              "net_revenue_365 / orders_365, to the cent; null without orders in the window")
          .certified();
  public static final Field CLV =
      optional(
              "clv",
              MONEY,
              """
          Lifetime value: average order value x orders, both of the 365 days that end on \
          the as-of day, x lifespan in years x gross margin of the brand, rounded half up once; \
          null without orders in the window""")
          .certified();

  /** Compared from the left: the day decides, then the time, then the order's key. */
  private static final Column FIRST_ORDER =
      struct(
          FIRST_ORDER_DATE.from(Sales.ACTIVITY_DATE.col()),
          CustomerDays.FIRST_ORDERED_AT.col(),
          CustomerDays.FIRST_ORDER_KEY.col(),
          ACQUISITION_CHANNEL.from(CustomerDays.FIRST_CHANNEL.col()),
          ACQUISITION_CAMPAIGN.from(CustomerDays.FIRST_CAMPAIGN.col()));

  public static final Table TABLE =
      Table.gold(
              "customer_brand",
              "One row per known customer and brand.",
              IdentityLinks.MASTER_CUSTOMER_ID,
              Orders.BRAND,
              ACQUISITION_CHANNEL,
              ACQUISITION_CAMPAIGN,
              COHORT_MONTH,
              FIRST_ORDER_DATE,
              CustomerDays.FIRST_ORDERED_AT,
              CustomerDays.FIRST_ORDER_KEY,
              LAST_ORDER_DATE,
              CustomerDays.SALES_CHANNELS,
              Sales.ORDERS,
              Sales.UNITS,
              Sales.REVENUE,
              Sales.RETURNED_UNITS,
              Sales.RETURNS_AMOUNT,
              CustomerDays.NET_REVENUE,
              MARGIN,
              ORDERS_365,
              NET_REVENUE_365,
              AVERAGE_ORDER_VALUE,
              CLV,
              Rfm.RECENCY_DAYS,
              Rfm.FREQUENCY,
              Rfm.MONETARY,
              Rfm.RECENCY_QUINTILE,
              Rfm.FREQUENCY_QUINTILE,
              Rfm.MONETARY_QUINTILE,
              Rfm.RECENCY_LEVEL,
              Rfm.FREQUENCY_LEVEL,
              Rfm.MONETARY_LEVEL,
              SegmentTable.SEGMENT,
              SegmentTable.PRIMARY_CHANNEL,
              SegmentTable.CAMPAIGN_STRATEGY,
              SegmentTable.VOLUME_SEGMENT)
          .key(IdentityLinks.MASTER_CUSTOMER_ID, Orders.BRAND)
          .check(
              Check.fail("net_revenue_adds_up", "net_revenue = revenue - returns_amount"),
              Check.fail("valued_when_active", "(clv IS NULL) = (orders_365 = 0)"),
              Check.fail("buyers_have_a_segment", "(segment IS NULL) = (orders = 0)"));

  private CustomerBrand() {}

  /** Customers as they stand on the as-of day; ranks and segments are among the brand's buyers. */
  public static Dataset<Row> of(
      Dataset<Row> customerDays, Dataset<Row> identityLinks, Terms terms) {
    var valued = valued(history(customerDays, terms), terms);
    var scored = Rfm.score(Rfm.measured(valued, terms), identityLinks, Orders.BRAND);
    return TABLE.select(terms.segments().addTo(scored, terms));
  }

  private static Dataset<Row> history(Dataset<Row> customerDays, Terms terms) {
    Column hasOrders = Sales.ORDERS.col().gt(0);
    return customerDays
        .filter(Sales.ACTIVITY_DATE.col().leq(terms.today()))
        .groupBy(IdentityLinks.MASTER_CUSTOMER_ID.col(), Orders.BRAND.col())
        .agg(
            min(when(hasOrders, FIRST_ORDER)).as("first"),
            LAST_ORDER_DATE.from(max(when(hasOrders, Sales.ACTIVITY_DATE.col()))),
            CustomerDays.allSalesChannels(),
            Sales.total(Sales.ORDERS),
            Sales.total(Sales.UNITS),
            Sales.total(Sales.REVENUE),
            Sales.total(Sales.RETURNED_UNITS),
            Sales.total(Sales.RETURNS_AMOUNT),
            Sales.total(CustomerDays.NET_REVENUE),
            ORDERS_365.from(trailingYear(Sales.ORDERS, terms)),
            NET_REVENUE_365.from(trailingYear(CustomerDays.NET_REVENUE, terms)))
        .select("*", "first.*");
  }

  private static Column trailingYear(Field amount, Terms terms) {
    Column inYear = terms.daysSince(Sales.ACTIVITY_DATE.col()).lt(365);
    return sum(when(inYear, amount.col()).otherwise(lit(0)));
  }

  private static Dataset<Row> valued(Dataset<Row> history, Terms terms) {
    Column margin = terms.assumption(GROSS_MARGIN, Orders.BRAND.col());
    Column lifespan = terms.assumption(LIFESPAN_YEARS, Orders.BRAND.col());
    // Narrowed so that the product stays within 38 digits and is rounded only once, at the end.
    Column yearsOfMargin = lifespan.cast("decimal(9,6)").multiply(margin.cast("decimal(7,6)"));
    Column certified = NET_REVENUE_365.col().multiply(yearsOfMargin);
    return history.select(
        col("*"),
        MARGIN.from(CustomerDays.NET_REVENUE.col().multiply(margin)),
        CLV.from(when(ORDERS_365.col().gt(0), certified)),
        averageOrderValue(),
        cohortMonth());
  }

  static Column averageOrderValue() {
    Column average = NET_REVENUE_365.col().divide(ORDERS_365.col());
    return AVERAGE_ORDER_VALUE.from(when(ORDERS_365.col().gt(0), average));
  }

  static Column cohortMonth() {
    return COHORT_MONTH.from(trunc(FIRST_ORDER_DATE.col(), "MM"));
  }
}
