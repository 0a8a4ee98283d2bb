package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.MONEY;
import static io.tributary.lake.Field.RATE;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What media cost, fees apart. */
public final class AdSpend {
  public static final Field SPEND_KEY =
      required("spend_key", TEXT, "Source, account, campaign, ad and day");
  public static final Field CHANNEL = required("channel", TEXT, "Marketing channel");
  public static final Field CAMPAIGN = optional("campaign", TEXT, "Campaign; null of a fee");
  public static final Field AD = optional("ad", TEXT, "Ad, ad group or segment of the campaign");
  public static final Field SPEND_DATE =
      required("spend_date", DATE, "The account's own day; never shifted");
  public static final Field IMPRESSIONS = optional("impressions", LONG, "Impressions");
  public static final Field REACH =
      optional("reach", LONG, "People reached that day by the ad; never add them up");
  public static final Field CLICKS = optional("clicks", LONG, "Clicks");
  public static final Field CLAIMED_ORDERS =
      optional("claimed_orders", RATE, "Purchases the platform claims, fractions among them");
  public static final Field CLAIMED_REVENUE =
      optional("claimed_revenue", RATE, "Their value by the platform, in the original currency");
  public static final Field COST = required("cost", MONEY, "Media cost in the reporting currency");
  public static final Field FEE = required("fee", MONEY, "Agency fee in the reporting currency");
  public static final Field ORIGINAL_COST =
      required("original_cost", RATE, "Media cost in the original currency");
  public static final Field ORIGINAL_FEE =
      required("original_fee", RATE, "Agency fee in the original currency");

  public static final Table TABLE =
      Table.silver(
              "ad_spend",
              "One row per account, campaign, ad and day, and one per account and day of a fee.",
              SPEND_KEY,
              Records.RECORD_KEY,
              Records.SOURCE,
              Records.ACCOUNT,
              Orders.BRAND,
              CHANNEL,
              CAMPAIGN,
              AD,
              SPEND_DATE,
              IMPRESSIONS,
              REACH,
              CLICKS,
              CLAIMED_ORDERS,
              CLAIMED_REVENUE,
              COST,
              FEE,
              ORIGINAL_COST,
              ORIGINAL_FEE,
              OrderLines.CURRENCY)
          .key(SPEND_KEY);

  /** What a source may say of a day's spend. */
  static final Mapping MAPPING =
      Mapping.of(
              "ad_spend",
              SPEND_KEY,
              Orders.BRAND,
              CHANNEL,
              CAMPAIGN,
              AD,
              SPEND_DATE,
              IMPRESSIONS,
              REACH,
              CLICKS,
              CLAIMED_ORDERS,
              CLAIMED_REVENUE,
              ORIGINAL_COST,
              ORIGINAL_FEE.orNull(),
              OrderLines.CURRENCY)
          .check(
              Check.quarantine("cost is not negative", "original_cost >= 0"),
              Check.quarantine("fee is not negative", "coalesce(original_fee, 0) >= 0"));

  private AdSpend() {}

  /** Mapped rows with cost and fee in the reporting currency; no fee is a fee of nothing. */
  static Dataset<Row> of(Dataset<Row> mapped, Conversion conversion) {
    Column fee = coalesce(ORIGINAL_FEE.col(), lit(0));
    return convert(mapped.withColumn(ORIGINAL_FEE.name(), ORIGINAL_FEE.from(fee)), conversion);
  }

  /** Spend with its amounts at the rates now known. */
  static Dataset<Row> convert(Dataset<Row> spend, Conversion conversion) {
    return TABLE.select(
        conversion.convert(
            spend,
            SPEND_DATE.col(),
            new Conversion.Amount(ORIGINAL_COST, COST),
            new Conversion.Amount(ORIGINAL_FEE, FEE)));
  }
}
