package io.tributary.silver;

import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.LONG;
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

/** The mailings that went out. */
public final class MailDrops {
  public static final Field CAMPAIGN_ID = required("campaign_id", TEXT, "The mailing");
  public static final Field TITLE =
      required("title", TEXT, "Its title, which is the campaign of its opens and clicks");
  public static final Field CAMPAIGN =
      optional("campaign", TEXT, "The campaign that visits from its links carry");
  public static final Field SENT_AT = required("sent_at", INSTANT, "When it went out");
  public static final Field RECIPIENTS = required("recipients", LONG, "To how many addresses");

  public static final Table TABLE =
      Table.silver(
              "mail_drops",
              "One row per mailing.",
              CAMPAIGN_ID,
              Records.RECORD_KEY,
              Orders.BRAND,
              TITLE,
              CAMPAIGN,
              SENT_AT,
              RECIPIENTS,
              Coupons.CODE.orNull())
          .key(CAMPAIGN_ID);

  /** What a source may say of a mailing. */
  static final Mapping MAPPING =
      Mapping.of(
              "mail_drops",
              CAMPAIGN_ID,
              Orders.BRAND,
              TITLE,
              CAMPAIGN,
              SENT_AT,
              RECIPIENTS,
              Coupons.CODE.orNull())
          .check(Check.quarantine("recipients are not negative", "recipients >= 0"));

  private MailDrops() {}

  /** Mapped rows. */
  static Dataset<Row> of(Dataset<Row> mapped) {
    return TABLE.select(mapped);
  }
}
