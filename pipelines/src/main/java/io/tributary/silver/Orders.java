package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.FLAG;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Reference;
import io.tributary.lake.Table;
import io.tributary.silver.admission.Gathered;
import io.tributary.silver.identity.IdentityLinks;
import io.tributary.silver.typing.Mapping;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was ordered, where and by which customer profile. */
public final class Orders {
  public static final Field ORDER_KEY =
      required(
          "order_key",
          TEXT,
          "Source, account, order number and, where an order spans brands, the brand");
  public static final Field BRAND = required("brand", TEXT, "The brand it is of");
  public static final Field SALES_CHANNEL =
      required("sales_channel", TEXT, "Where the sale happened: web, app, store or partner");
  public static final Field STORE = optional("store", TEXT, "The store, for sales in one");
  public static final Field CUSTOMER_RECORD_KEY =
      optional(
          "customer_record_key",
          TEXT,
          "The customer profile the source names; null where it names none");
  public static final Field ORDERED_AT =
      required("ordered_at", INSTANT, "When the order was placed");
  public static final Field ORDER_DATE =
      required("order_date", DATE, "The business day of the order in the brand's time zone");
  public static final Field STATUS =
      required("status", TEXT, "completed, cancelled, unfulfilled or test");
  public static final Field IS_COUNTED =
      required("is_counted", FLAG, "Whether the order counts: it was completed");
  public static final Field CHANNEL =
      optional("channel", TEXT, "The marketing channel the sale itself names");
  public static final Field CAMPAIGN =
      optional("campaign", TEXT, "The campaign the sale itself names");

  public static final Table TABLE =
      Table.silver(
              "orders",
              "One row per order and brand.",
              ORDER_KEY,
              Records.RECORD_KEY,
              Records.SOURCE,
              Records.ACCOUNT,
              Gathered.ALSO_TOLD_BY,
              BRAND,
              SALES_CHANNEL,
              STORE,
              CUSTOMER_RECORD_KEY,
              ORDERED_AT,
              ORDER_DATE,
              STATUS,
              IS_COUNTED,
              CHANNEL,
              CAMPAIGN)
          .key(ORDER_KEY)
          .soughtBy(Records.RECORD_KEY)
          .refers(new Reference(CUSTOMER_RECORD_KEY, IdentityLinks.TABLE));

  /** What a source may say of an order. */
  static final Mapping MAPPING =
      Mapping.of(
              "orders",
              ORDER_KEY,
              BRAND,
              SALES_CHANNEL,
              STORE,
              CUSTOMER_RECORD_KEY,
              ORDERED_AT,
              STATUS.orNull(),
              CHANNEL,
              CAMPAIGN)
          .check(
              Check.quarantine(
                  "sales channel is web, app, store or partner",
                  "sales_channel in ('web', 'app', 'store', 'partner')"),
              Check.quarantine(
                  "status is completed, cancelled, unfulfilled or test",
                  "coalesce(status, 'completed')"
                      + " in ('completed', 'cancelled', 'unfulfilled', 'test')"));

  private Orders() {}

  /** Mapped rows with their business day; an order that several records tell of comes once. */
  static Dataset<Row> of(Dataset<Row> mapped, Business business) {
    Column status = coalesce(STATUS.col(), lit("completed"));
    return once(
        TABLE.select(
            mapped
                .withColumn(Gathered.ALSO_TOLD_BY.name(), lit(null).cast(Field.TEXTS))
                .withColumn(STATUS.name(), status)
                .withColumn(IS_COUNTED.name(), status.equalTo("completed"))
                .withColumn(ORDER_DATE.name(), business.day(ORDERED_AT.col(), BRAND.col()))));
  }

  /** One row an order: that of the earliest time, whichever records came first. */
  static Dataset<Row> once(Dataset<Row> orders) {
    Column earliest = struct(ORDERED_AT.col(), Records.RECORD_KEY.col());
    return orders
        .groupBy(ORDER_KEY.col().as("of_order"))
        .agg(min_by(struct(TABLE.columns()), earliest).as("made"), Gathered.records().as("told"))
        .select("made.*", "told")
        .withColumn(
            Gathered.ALSO_TOLD_BY.name(), Gathered.but(Records.RECORD_KEY.col(), col("told")))
        .drop("told");
  }
}
