package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.MONEY;
import static io.tributary.lake.Field.RATE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What lay in stock at the end of a day. */
public final class Inventory {
  public static final Field STOCK_DATE =
      required("stock_date", DATE, "The day at whose close it was counted");
  public static final Field LOCATION = required("location", TEXT, "The warehouse or store");
  public static final Field SKU = required("sku", TEXT, "Stock keeping unit");
  public static final Field ON_HAND = required("on_hand", LONG, "Units that can be sold");
  public static final Field ON_ORDER = optional("on_order", LONG, "Units ordered, not yet there");
  public static final Field REORDER_POINT =
      optional("reorder_point", LONG, "Units at which more are ordered");
  public static final Field UNIT_COST =
      optional("unit_cost", RATE, "Cost of a unit in the original currency");
  public static final Field ORIGINAL_VALUE =
      optional("original_value", RATE, "Units on hand at cost, in the original currency");
  public static final Field STOCK_VALUE =
      optional("stock_value", MONEY, "Units on hand at cost, in the reporting currency");

  public static final Table TABLE =
      Table.silver(
              "inventory",
              "One row per sku, location and day counted.",
              SKU,
              LOCATION,
              STOCK_DATE,
              Records.RECORD_KEY,
              Records.SOURCE,
              Records.ACCOUNT,
              Orders.BRAND,
              ON_HAND,
              ON_ORDER,
              REORDER_POINT,
              UNIT_COST,
              STOCK_VALUE,
              ORIGINAL_VALUE,
              OrderLines.CURRENCY.orNull())
          .key(SKU, LOCATION, STOCK_DATE);

  /** What a source may say of a count. */
  static final Mapping MAPPING =
      Mapping.of(
              "inventory",
              SKU,
              LOCATION,
              STOCK_DATE,
              Orders.BRAND,
              ON_HAND,
              ON_ORDER,
              REORDER_POINT,
              UNIT_COST,
              OrderLines.CURRENCY.orNull())
          .check(
              Check.quarantine("stock is not negative", "on_hand >= 0"),
              Check.quarantine("cost is not negative", "coalesce(unit_cost, 0) >= 0"));

  private Inventory() {}

  /** Mapped rows with the worth of what is on hand. */
  static Dataset<Row> of(Dataset<Row> mapped, Conversion conversion) {
    return convert(
        mapped.withColumn(
            ORIGINAL_VALUE.name(), ORIGINAL_VALUE.from(ON_HAND.col().multiply(UNIT_COST.col()))),
        conversion);
  }

  /** Counts with their worth at the rates now known. */
  static Dataset<Row> convert(Dataset<Row> counts, Conversion conversion) {
    return TABLE.select(
        conversion.convert(
            counts, STOCK_DATE.col(), new Conversion.Amount(ORIGINAL_VALUE, STOCK_VALUE)));
  }
}
