package io.tributary.silver;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.MONEY;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What retail partners sold of our articles, as they or a panel tell. */
public final class RetailerSales {
  public static final Field SALES_KEY =
      required("sales_key", TEXT, "Source, item or brand, market area and week");
  public static final Field BASIS =
      required(
          "basis",
          TEXT,
          "pos: sold at the till, at shelf prices; shipped: net of returns; panel: an estimate of"
              + " the same sales. Different ones never add up");
  public static final Field MARKET_CODE =
      required("market_code", TEXT, "Designated market area; US for the whole country");
  public static final Field PARTNER_ITEM =
      optional("partner_item", TEXT, "The partner's item number; null of a whole brand");
  public static final Field SKU =
      optional("sku", TEXT, "The article; null of a whole brand or while the number is unknown");
  public static final Field BRAND =
      optional("brand", TEXT, "The brand; null while the item number is unknown");
  public static final Field PARTNER_WEEK =
      required("partner_week", TEXT, "The week as the source writes it");
  public static final Field UNITS = required("units", LONG, "Units sold or shipped");
  public static final Field UNITS_RETURNED =
      optional("units_returned", LONG, "Units customers brought back, where told");
  public static final Field UNITS_ON_HAND =
      optional("units_on_hand", LONG, "Units in the partner's stores of the area, where told");
  public static final Field SALES_AMOUNT =
      required("sales_amount", MONEY, "Their worth in the reporting currency");
  public static final Field ORIGINAL_AMOUNT =
      OrderLines.ORIGINAL_AMOUNT.meant("Their worth in the original currency");

  public static final Table TABLE =
      Table.silver(
              "retailer_sales",
              "One row per retailer, market area, article (or brand) and week, by source.",
              SALES_KEY,
              Records.RECORD_KEY,
              Records.SOURCE,
              PartnerItems.RETAILER,
              BASIS,
              MARKET_CODE,
              PARTNER_ITEM,
              SKU,
              BRAND,
              PARTNER_WEEK,
              RetailCalendar.WEEK_START,
              RetailCalendar.WEEK_END,
              RetailCalendar.RETAIL_WEEK_START,
              RetailCalendar.RETAIL_WEEK,
              RetailCalendar.RETAIL_MONTH,
              UNITS,
              UNITS_RETURNED,
              UNITS_ON_HAND,
              SALES_AMOUNT,
              ORIGINAL_AMOUNT,
              OrderLines.CURRENCY)
          .key(SALES_KEY);

  /** What a source may say of a partner's week. */
  static final Mapping MAPPING =
      Mapping.of(
              "retailer_sales",
              SALES_KEY,
              PartnerItems.RETAILER,
              BASIS,
              MARKET_CODE,
              PARTNER_ITEM,
              BRAND,
              PARTNER_WEEK,
              RetailCalendar.WEEK_START,
              RetailCalendar.WEEK_END,
              UNITS,
              UNITS_RETURNED,
              UNITS_ON_HAND,
              ORIGINAL_AMOUNT,
              OrderLines.CURRENCY)
          .check(
              Check.quarantine(
                  "basis is pos, shipped or panel", "basis in ('pos', 'shipped', 'panel')"),
              Check.quarantine("week has seven days", "datediff(week_end, week_start) = 6"),
              Check.quarantine("units are not negative", "units >= 0"),
              Check.quarantine("amount is not negative", "original_amount >= 0"));

  private RetailerSales() {}

  /** Mapped rows in the retail calendar, under our own article numbers. */
  static Dataset<Row> of(Dataset<Row> mapped, Dataset<Row> items, Conversion conversion) {
    return settle(RetailCalendar.dated(mapped), items, conversion);
  }

  /** Sales under the item numbers and at the rates now known. */
  static Dataset<Row> settle(Dataset<Row> sales, Dataset<Row> items, Conversion conversion) {
    Dataset<Row> known =
        items.select(
            PartnerItems.RETAILER.col().as("item_of"),
            PartnerItems.PARTNER_ITEM.col().as("item_number"),
            PartnerItems.SKU.col(),
            Orders.BRAND.col().as("item_brand"));
    Dataset<Row> named =
        sales
            .drop(SKU.name())
            .join(
                broadcast(known),
                PartnerItems.RETAILER
                    .col()
                    .equalTo(col("item_of"))
                    .and(PARTNER_ITEM.col().equalTo(col("item_number"))),
                "left")
            .withColumn(
                BRAND.name(),
                when(PARTNER_ITEM.col().isNull(), BRAND.col()).otherwise(col("item_brand")));
    return TABLE.select(
        conversion.convert(
            named,
            RetailCalendar.WEEK_END.col(),
            new Conversion.Amount(ORIGINAL_AMOUNT, SALES_AMOUNT)));
  }
}
