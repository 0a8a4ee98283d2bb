package io.tributary.silver;

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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each order consists of and what it earned before returns. */
public final class OrderLines {
  public static final Field LINE_KEY = required("line_key", TEXT, "The order key and the line");
  public static final Field SKU = optional("sku", TEXT, "The article sold");
  public static final Field QUANTITY = required("quantity", LONG, "Units sold");
  public static final Field UNIT_PRICE =
      required("unit_price", RATE, "Price of a unit in the original currency, before discounts");
  public static final Field NET_AMOUNT =
      required(
          "net_amount", MONEY, "What the line earned after discounts, in the reporting currency");
  public static final Field ORIGINAL_AMOUNT =
      required(
          "original_amount",
          RATE,
          "What the line earned after discounts, in the original currency");
  public static final Field CURRENCY =
      required("currency", TEXT, "ISO 4217 code of the original currency");

  public static final Table TABLE =
      Table.silver(
              "order_lines",
              "One row per line of an order.",
              LINE_KEY,
              Orders.ORDER_KEY,
              Records.RECORD_KEY,
              Records.SOURCE,
              Records.ACCOUNT,
              Orders.BRAND,
              Orders.ORDERED_AT,
              Orders.ORDER_DATE,
              SKU,
              QUANTITY,
              UNIT_PRICE,
              NET_AMOUNT,
              ORIGINAL_AMOUNT,
              CURRENCY)
          .key(LINE_KEY);

  /** What a source may say of a line; the amount is what remains after discounts. */
  static final Mapping MAPPING =
      Mapping.of(
              "order_lines",
              LINE_KEY,
              Orders.ORDER_KEY,
              Orders.BRAND,
              Orders.ORDERED_AT,
              SKU,
              QUANTITY,
              UNIT_PRICE,
              ORIGINAL_AMOUNT,
              CURRENCY)
          .check(Check.quarantine("quantity is not negative", "quantity >= 0"));

  private OrderLines() {}

  /** Mapped rows with their business day and their worth in the reporting currency. */
  static Dataset<Row> of(Dataset<Row> mapped, Business business, Conversion conversion) {
    Column day = business.day(Orders.ORDERED_AT.col(), Orders.BRAND.col());
    return convert(mapped.withColumn(Orders.ORDER_DATE.name(), day), conversion);
  }

  /** Lines with their amounts at the rates now known. */
  static Dataset<Row> convert(Dataset<Row> lines, Conversion conversion) {
    return TABLE.select(
        conversion.convert(
            lines, Orders.ORDER_DATE.col(), new Conversion.Amount(ORIGINAL_AMOUNT, NET_AMOUNT)));
  }
}
