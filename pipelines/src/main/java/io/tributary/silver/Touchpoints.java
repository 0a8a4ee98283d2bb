package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.FLAG;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.admission.Gathered;
import io.tributary.silver.typing.Mapping;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** When a customer or visitor met the brand: an e-mail sent, opened or clicked, a visit, an ad. */
public final class Touchpoints {
  public static final Field TOUCHPOINT_KEY =
      required("touchpoint_key", TEXT, "The record and the contact in it, or the visit");
  public static final Field VISITOR_KEY =
      optional(
          "visitor_key",
          TEXT,
          "The browser or the installed app, by the number its platform gave it");
  public static final Field CHANNEL = required("channel", TEXT, "Marketing channel");
  public static final Field CAMPAIGN = optional("campaign", TEXT, "Campaign");
  public static final Field KIND =
      required("kind", TEXT, "send, open, click, view, visit or click_out");
  public static final Field HAPPENED_AT =
      required("happened_at", INSTANT, "When it happened; of a visit its first event");
  public static final Field ENDED_AT =
      required("ended_at", INSTANT, "When it was over; of a visit its last event");
  public static final Field IS_ENGAGED =
      optional("is_engaged", FLAG, "Whether the visitor stayed or did something, as told");
  public static final Field ORDER_KEY =
      optional("order_key", TEXT, "The order placed on the visit");
  public static final Field SKU = optional("sku", TEXT, "The article it was about");
  public static final Field ACTIVITY_DATE =
      required("activity_date", DATE, "The business day in the brand's time zone");

  public static final Table TABLE =
      Table.silver(
              "touchpoints",
              "One row per contact; a visit to a website or an app is one.",
              TOUCHPOINT_KEY,
              Records.RECORD_KEY,
              Records.SOURCE,
              Records.ACCOUNT,
              Gathered.ALSO_TOLD_BY,
              Orders.BRAND,
              Orders.CUSTOMER_RECORD_KEY,
              VISITOR_KEY,
              CHANNEL,
              CAMPAIGN,
              KIND,
              HAPPENED_AT,
              ENDED_AT,
              IS_ENGAGED,
              ORDER_KEY,
              SKU,
              ACTIVITY_DATE)
          .key(TOUCHPOINT_KEY)
          .soughtBy(Records.RECORD_KEY);

  /** What a source may say of a contact; the events of a visit share its key. */
  static final Mapping MAPPING =
      Mapping.of(
              "touchpoints",
              TOUCHPOINT_KEY,
              Orders.BRAND,
              Orders.CUSTOMER_RECORD_KEY,
              VISITOR_KEY,
              CHANNEL,
              CAMPAIGN,
              KIND,
              HAPPENED_AT,
              IS_ENGAGED,
              ORDER_KEY,
              SKU)
          .check(
              Check.quarantine(
                  "kind is send, open, click, view, visit or click_out",
                  "kind in ('send', 'open', 'click', 'view', 'visit', 'click_out')"));

  /**
   * What the later events of a visit add to its first. Each is an extreme, so that an event told
   * again, or told after others, changes nothing.
   */
  private static final Map<Field, Column> ADDED = added();

  private Touchpoints() {}

  /** Mapped rows with their business day; a visit that several events tell of comes once. */
  static Dataset<Row> of(Dataset<Row> mapped, Business business) {
    Column day = business.day(HAPPENED_AT.col(), Orders.BRAND.col());
    return once(
        TABLE.select(
            mapped
                .withColumn(Gathered.ALSO_TOLD_BY.name(), lit(null).cast(Field.TEXTS))
                .withColumn(ENDED_AT.name(), HAPPENED_AT.col())
                .withColumn(ACTIVITY_DATE.name(), day)));
  }

  /** One row a contact: its first event, and what the others tell besides. */
  static Dataset<Row> once(Dataset<Row> touchpoints) {
    Column earliest = struct(HAPPENED_AT.col(), Records.RECORD_KEY.col());
    Column first = min_by(struct(TABLE.columns()), earliest).as("made");
    Column[] more =
        ADDED.entrySet().stream()
            .map(added -> added.getValue().as(added.getKey().name()))
            .toArray(Column[]::new);
    Column[] columns =
        TABLE.fields().stream()
            .map(field -> col(ADDED.containsKey(field) ? field.name() : "made." + field.name()))
            .toArray(Column[]::new);
    Column others = Gathered.but(Records.RECORD_KEY.col(), col(Gathered.ALSO_TOLD_BY.name()));
    return touchpoints
        .groupBy(TOUCHPOINT_KEY.col().as("of_touchpoint"))
        .agg(first, more)
        .select(columns)
        .withColumn(Gathered.ALSO_TOLD_BY.name(), others);
  }

  private static Map<Field, Column> added() {
    Map<Field, Column> added = new LinkedHashMap<>();
    added.put(ENDED_AT, max(ENDED_AT.col()));
    for (Field told : Arrays.asList(Orders.CUSTOMER_RECORD_KEY, ORDER_KEY, SKU)) {
      added.put(told, min(told.col()));
    }
    added.put(IS_ENGAGED, max(IS_ENGAGED.col()));
    added.put(Gathered.ALSO_TOLD_BY, Gathered.records());
    return added;
  }
}
