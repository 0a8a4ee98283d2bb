package io.tributary.gold.customer;

import static io.tributary.lake.Field.INTEGER;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.Orders;
import io.tributary.silver.identity.GoldenCustomers;
import io.tributary.silver.identity.IdentityLinks;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every person the house knows, buyer or not, across all brands. */
public final class CustomerMaster {
  public static final Field AGE_BAND =
      optional(
          "age_band",
          TEXT,
          """
          By the age reached in the as-of year: under 18, 18-24, 25-34, 35-44, 45-54, 55-64, 65+; \
          null when the birth year is not known or not plausible""");
  public static final Field TENURE_DAYS =
      optional(
          "tenure_days",
          INTEGER,
          "Days since the earlier of first profile and first order; null when neither has a date");
  public static final Field ACQUISITION_BRAND =
      optional("acquisition_brand", TEXT, "The brand of the first order; null without orders");

  /** Compared from the left: the day decides, then the time, then the order's key. */
  private static final Column FIRST_ORDER =
      struct(
          CustomerBrand.FIRST_ORDER_DATE.col(),
          CustomerDays.FIRST_ORDERED_AT.col(),
          CustomerDays.FIRST_ORDER_KEY.col(),
          ACQUISITION_BRAND.from(Orders.BRAND.col()),
          CustomerBrand.ACQUISITION_CHANNEL.col(),
          CustomerBrand.ACQUISITION_CAMPAIGN.col());

  public static final Table TABLE =
      Table.gold(
              "customer_master",
              "One row per person.",
              IdentityLinks.MASTER_CUSTOMER_ID,
              AGE_BAND,
              CustomerRecord.GENDER,
              CustomerRecord.COUNTRY,
              CustomerRecord.REGION,
              CustomerRecord.CITY,
              TENURE_DAYS,
              ACQUISITION_BRAND,
              CustomerBrand.ACQUISITION_CHANNEL,
              CustomerBrand.ACQUISITION_CAMPAIGN,
              CustomerBrand.COHORT_MONTH,
              CustomerBrand.FIRST_ORDER_DATE,
              CustomerBrand.LAST_ORDER_DATE,
              CustomerDays.SALES_CHANNELS,
              Sales.ORDERS,
              Sales.UNITS,
              Sales.REVENUE,
              Sales.RETURNED_UNITS,
              Sales.RETURNS_AMOUNT,
              CustomerDays.NET_REVENUE,
              CustomerBrand.MARGIN,
              CustomerBrand.ORDERS_365,
              CustomerBrand.NET_REVENUE_365,
              CustomerBrand.AVERAGE_ORDER_VALUE,
              CustomerBrand.CLV,
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
          .key(IdentityLinks.MASTER_CUSTOMER_ID)
          .check(
              Check.fail("net_revenue_adds_up", "net_revenue = revenue - returns_amount"),
              Check.fail("valued_when_active", "(clv IS NULL) = (orders_365 = 0)"),
              Check.fail("buyers_have_a_segment", "(segment IS NULL) = (orders = 0)"));

  private CustomerMaster() {}

  /** What the brands know of each person. */
  public record Inputs(
      Dataset<Row> customerBrand, Dataset<Row> goldenCustomers, Dataset<Row> identityLinks) {}

  /**
   * Figures are sums over brands, the value too; ranks and segments are among the buyers of any
   * brand.
   */
  public static Dataset<Row> of(Inputs inputs, Terms terms) {
    String person = IdentityLinks.MASTER_CUSTOMER_ID.name();
    var people =
        inputs
            .identityLinks()
            .select(IdentityLinks.MASTER_CUSTOMER_ID.col())
            .distinct()
            .join(inputs.goldenCustomers(), person, "left")
            .join(acrossBrands(inputs.customerBrand()), person, "left");
    var customers =
        withoutGaps(people)
            .select(col("*"), TENURE_DAYS.from(tenure(terms)), AGE_BAND.from(ageBand(terms)));
    var scored = Rfm.score(Rfm.measured(customers, terms), inputs.identityLinks());
    return TABLE.select(terms.segments().addTo(scored, terms));
  }

  private static Dataset<Row> acrossBrands(Dataset<Row> customerBrand) {
    Column hasOrders = Sales.ORDERS.col().gt(0);
    return customerBrand
        .groupBy(IdentityLinks.MASTER_CUSTOMER_ID.col())
        .agg(
            min(when(hasOrders, FIRST_ORDER)).as("first"),
            CustomerBrand.LAST_ORDER_DATE.from(max(CustomerBrand.LAST_ORDER_DATE.col())),
            CustomerDays.allSalesChannels(),
            Sales.total(Sales.ORDERS),
            Sales.total(Sales.UNITS),
            Sales.total(Sales.REVENUE),
            Sales.total(Sales.RETURNED_UNITS),
            Sales.total(Sales.RETURNS_AMOUNT),
            Sales.total(CustomerDays.NET_REVENUE),
            Sales.total(CustomerBrand.MARGIN),
            Sales.total(CustomerBrand.ORDERS_365),
            Sales.total(CustomerBrand.NET_REVENUE_365),
            Sales.total(CustomerBrand.CLV))
        .select("*", "first.*")
        .select(col("*"), CustomerBrand.averageOrderValue(), CustomerBrand.cohortMonth());
  }

  /** Somebody without sales has none of anything. */
  private static Dataset<Row> withoutGaps(Dataset<Row> people) {
    return Sales.orZero(
            people,
            Sales.ORDERS,
            Sales.UNITS,
            Sales.REVENUE,
            Sales.RETURNED_UNITS,
            Sales.RETURNS_AMOUNT,
            CustomerDays.NET_REVENUE,
            CustomerBrand.MARGIN,
            CustomerBrand.ORDERS_365,
            CustomerBrand.NET_REVENUE_365)
        .withColumn(
            CustomerDays.SALES_CHANNELS.name(),
            coalesce(CustomerDays.SALES_CHANNELS.col(), array().cast(Field.TEXTS)));
  }

  private static Column tenure(Terms terms) {
    Column known =
        least(to_date(GoldenCustomers.FIRST_SEEN_AT.col()), CustomerBrand.FIRST_ORDER_DATE.col());
    // A profile made on the as-of evening carries the next day in UTC.
    return when(known.isNotNull(), greatest(terms.daysSince(known), lit(0)));
  }

  private static Column ageBand(Terms terms) {
    Column age = lit(terms.asOf().getYear()).minus(CustomerRecord.BIRTH_YEAR.col());
    return when(age.lt(0).or(age.gt(120)), lit(null))
        .when(age.lt(18), "under 18")
        .when(age.lt(25), "18-24")
        .when(age.lt(35), "25-34")
        .when(age.lt(45), "35-44")
        .when(age.lt(55), "45-54")
        .when(age.lt(65), "55-64")
        .when(age.geq(65), "65+");
  }
}
