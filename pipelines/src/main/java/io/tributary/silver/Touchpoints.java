package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** When a customer profile met the brand: an e-mail sent, opened or clicked, a visit, an ad. */
public final class Touchpoints {
  public static final Field TOUCHPOINT_KEY =
      required("touchpoint_key", TEXT, "The record and the contact in it");
  public static final Field CHANNEL = required("channel", TEXT, "Marketing channel");
  public static final Field CAMPAIGN = optional("campaign", TEXT, "Campaign");
  public static final Field KIND = required("kind", TEXT, "send, open, click, view or visit");
  public static final Field HAPPENED_AT = required("happened_at", INSTANT, "When it happened");
  public static final Field ACTIVITY_DATE =
      required("activity_date", DATE, "The business day in the brand's time zone");

  public static final Table TABLE =
      Table.silver(
              "touchpoints",
              "One row per contact.",
              TOUCHPOINT_KEY,
              Records.RECORD_KEY,
              Records.SOURCE,
              Records.ACCOUNT,
              Orders.BRAND,
              Orders.CUSTOMER_RECORD_KEY,
              CHANNEL,
              CAMPAIGN,
              KIND,
              HAPPENED_AT,
              ACTIVITY_DATE)
          .key(TOUCHPOINT_KEY);

  /** What a source may say of a contact. */
  static final Mapping MAPPING =
      Mapping.of(
              "touchpoints",
              TOUCHPOINT_KEY,
              Orders.BRAND,
              Orders.CUSTOMER_RECORD_KEY,
              CHANNEL,
              CAMPAIGN,
              KIND,
              HAPPENED_AT)
          .check(
              Check.quarantine(
                  "kind is send, open, click, view or visit",
                  "kind in ('send', 'open', 'click', 'view', 'visit')"));

  private Touchpoints() {}

  /** Mapped rows with their business day. */
  static Dataset<Row> of(Dataset<Row> mapped, Business business) {
    Column day = business.day(HAPPENED_AT.col(), Orders.BRAND.col());
    return TABLE.select(mapped.withColumn(ACTIVITY_DATE.name(), day));
  }
}
