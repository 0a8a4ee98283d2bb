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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What media reached in each market area in a week, and what that cost. */
public final class MediaDelivery {
  public static final Field DELIVERY_KEY =
      required("delivery_key", TEXT, "Brand, channel, market area and week");
  public static final Field CHANNEL =
      required("channel", TEXT, "tv, video, influencer, social, search or retail_media");
  public static final Field MARKET_CODE =
      required("market_code", TEXT, "Designated market area; US for the whole country");
  public static final Field IMPRESSIONS = required("impressions", LONG, "Times it was seen");
  public static final Field REACH = optional("reach", LONG, "People who saw it at least once");
  public static final Field REACH_PERCENT =
      optional("reach_percent", RATE, "These people of each hundred of the audience, where told");
  public static final Field RATING_POINTS =
      optional("rating_points", RATE, "Impressions for each hundred of the audience, where told");
  public static final Field FREQUENCY =
      optional("frequency", RATE, "How often each of those reached saw it, on average");
  public static final Field COST = required("cost", MONEY, "Cost in the reporting currency");

  public static final Table TABLE =
      Table.silver(
              "media_delivery",
              "One row per brand, channel, market area and week.",
              DELIVERY_KEY,
              Records.RECORD_KEY,
              Records.SOURCE,
              Orders.BRAND,
              CHANNEL,
              MARKET_CODE,
              RetailCalendar.WEEK_START,
              RetailCalendar.WEEK_END,
              RetailCalendar.RETAIL_WEEK_START,
              RetailCalendar.RETAIL_WEEK,
              RetailCalendar.RETAIL_MONTH,
              IMPRESSIONS,
              REACH,
              REACH_PERCENT,
              RATING_POINTS,
              FREQUENCY,
              COST,
              AdSpend.ORIGINAL_COST,
              OrderLines.CURRENCY)
          .key(DELIVERY_KEY);

  /** What a source may say of a week's delivery. */
  static final Mapping MAPPING =
      Mapping.of(
              "media_delivery",
              DELIVERY_KEY,
              Orders.BRAND,
              CHANNEL,
              MARKET_CODE,
              RetailCalendar.WEEK_START,
              RetailCalendar.WEEK_END,
              IMPRESSIONS,
              REACH,
              REACH_PERCENT,
              RATING_POINTS,
              FREQUENCY,
              AdSpend.ORIGINAL_COST,
              OrderLines.CURRENCY)
          .check(
              Check.quarantine("week has seven days", "datediff(week_end, week_start) = 6"),
              Check.quarantine("impressions are not negative", "impressions >= 0"),
              Check.quarantine("frequency is at least 1", "coalesce(frequency, 1) >= 1"),
              Check.quarantine("cost is not negative", "original_cost >= 0"));

  private MediaDelivery() {}

  /** Mapped rows in the retail calendar, at their worth in the reporting currency. */
  static Dataset<Row> of(Dataset<Row> mapped, Conversion conversion) {
    return convert(RetailCalendar.dated(mapped), conversion);
  }

  /** Delivery with its cost at the rates now known. */
  static Dataset<Row> convert(Dataset<Row> delivery, Conversion conversion) {
    return TABLE.select(
        conversion.convert(
            delivery,
            RetailCalendar.WEEK_END.col(),
            new Conversion.Amount(AdSpend.ORIGINAL_COST, COST)));
  }
}
