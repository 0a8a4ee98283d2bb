package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.MONEY;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What came back or was refunded, as positive amounts. */
public final class Returns {
  public static final Field RETURN_KEY =
      required("return_key", TEXT, "The refund or credit document and its line");
  public static final Field ORDER_KEY =
      optional("order_key", TEXT, "The order it belongs to; null when the source does not say");
  public static final Field RETURNED_AT = required("returned_at", INSTANT, "When it was returned");
  public static final Field RETURNED_DATE =
      required("returned_date", DATE, "The business day of the return in the brand's time zone");
  public static final Field ORDER_DATE =
      optional(
          "order_date",
          DATE,
          "The day of the order it belongs to; null while the order is not known");
  public static final Field SKU =
      optional("sku", TEXT, "The article returned; null for a refund of shipping or of goodwill");
  public static final Field QUANTITY = required("quantity", LONG, "Units returned");
  public static final Field AMOUNT =
      required(
          "amount",
          MONEY,
          "What was given back, in the reporting currency at the rate of the order's day");
  public static final Field ORIGINAL_AMOUNT =
      OrderLines.ORIGINAL_AMOUNT.meant("What was given back, in the original currency");

  public static final Table TABLE =
      Table.silver(
              "returns",
              "One row per returned line or refunded amount.",
              RETURN_KEY,
              ORDER_KEY,
              Records.RECORD_KEY,
              Records.SOURCE,
              Records.ACCOUNT,
              Orders.BRAND,
              Orders.CUSTOMER_RECORD_KEY,
              RETURNED_AT,
              RETURNED_DATE,
              ORDER_DATE,
              SKU,
              QUANTITY,
              AMOUNT,
              ORIGINAL_AMOUNT,
              OrderLines.CURRENCY)
          .key(RETURN_KEY);

  /** What a source may say of a return or refund, as positive amounts. */
  static final Mapping MAPPING =
      Mapping.of(
              "returns",
              RETURN_KEY,
              ORDER_KEY,
              Orders.BRAND,
              Orders.CUSTOMER_RECORD_KEY,
              RETURNED_AT,
              SKU,
              QUANTITY,
              ORIGINAL_AMOUNT,
              OrderLines.CURRENCY)
          .check(
              Check.quarantine("quantity is not negative", "quantity >= 0"),
              Check.quarantine("amount is not negative", "original_amount >= 0"));

  private Returns() {}

  /** Mapped rows with their business day. */
  static Dataset<Row> of(Dataset<Row> mapped, Business business) {
    return mapped
        .withColumn(RETURNED_DATE.name(), business.day(RETURNED_AT.col(), Orders.BRAND.col()))
        .withColumn(ORDER_DATE.name(), lit(null).cast(DATE));
  }

  /** Returns with the day of their order and their amounts at that day's rate. */
  static Dataset<Row> settle(Dataset<Row> returns, Dataset<Row> orders, Conversion conversion) {
    Dataset<Row> days =
        orders.select(
            Orders.ORDER_KEY.col().as("settled_order"), Orders.ORDER_DATE.col().as("settled_day"));
    Dataset<Row> dated =
        returns
            .drop(ORDER_DATE.name())
            .join(days, ORDER_KEY.col().equalTo(days.col("settled_order")), "left")
            .withColumnRenamed("settled_day", ORDER_DATE.name());
    return TABLE.select(
        conversion.convert(
            dated,
            coalesce(ORDER_DATE.col(), RETURNED_DATE.col()),
            new Conversion.Amount(ORIGINAL_AMOUNT, AMOUNT)));
  }
}
