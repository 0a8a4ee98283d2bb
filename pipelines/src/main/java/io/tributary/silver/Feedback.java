package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.RATE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What customers say: reviews, mentions in public, tickets and chats with support. */
public final class Feedback {
  public static final Field FEEDBACK_KEY =
      required("feedback_key", TEXT, "The review, mention, ticket or chat");
  public static final Field KIND = required("kind", TEXT, "review, mention, ticket or chat");
  public static final Field CUSTOMER_RECORD_KEY =
      optional(
          "customer_record_key",
          TEXT,
          "The profile of who said it, where there is one; of a source that names none, as of"
              + " reviews, the customer of the order");
  public static final Field ORDER_KEY = optional("order_key", TEXT, "The order it is about");
  public static final Field SKU = optional("sku", TEXT, "The article it is about");
  public static final Field RATING = optional("rating", RATE, "Stars, 1 to 5");
  public static final Field SATISFACTION =
      optional("satisfaction", TEXT, "good or bad, as said of how support helped");
  public static final Field LANGUAGE = optional("language", TEXT, "ISO 639 code, where told");
  public static final Field WORDS =
      optional("words", TEXT, "What was said, with addresses and long numbers masked");
  public static final Field AUDIENCE =
      optional("audience", LONG, "Followers of who said it in public");
  public static final Field STATUS = optional("status", TEXT, "The ticket's state");
  public static final Field SAID_AT = required("said_at", INSTANT, "When it was said");
  public static final Field SAID_DATE =
      required("said_date", DATE, "The business day in the brand's time zone");

  public static final Table TABLE =
      Table.silver(
              "feedback",
              "One row per review, public mention, support ticket or chat.",
              FEEDBACK_KEY,
              Records.RECORD_KEY,
              Records.SOURCE,
              Records.ACCOUNT,
              Orders.BRAND,
              KIND,
              CUSTOMER_RECORD_KEY,
              ORDER_KEY,
              SKU,
              RATING,
              SATISFACTION,
              LANGUAGE,
              WORDS,
              AUDIENCE,
              STATUS,
              SAID_AT,
              SAID_DATE)
          .key(FEEDBACK_KEY);

  /** What a source may say of it. */
  static final Mapping MAPPING =
      Mapping.of(
              "feedback",
              FEEDBACK_KEY,
              Orders.BRAND,
              KIND,
              CUSTOMER_RECORD_KEY,
              ORDER_KEY,
              SKU,
              RATING,
              SATISFACTION,
              LANGUAGE,
              WORDS,
              AUDIENCE,
              STATUS,
              SAID_AT)
          .check(
              Check.quarantine(
                  "kind is review, mention, ticket or chat",
                  "kind in ('review', 'mention', 'ticket', 'chat')"),
              Check.quarantine("rating is 1 to 5", "coalesce(rating, 1) between 1 and 5"),
              Check.quarantine(
                  "satisfaction is good or bad",
                  "coalesce(satisfaction, 'good') in ('good', 'bad')"),
              Check.quarantine(
                  "words, a rating or satisfaction tell something",
                  "coalesce(nullif(trim(words), ''), string(rating), satisfaction) is not null"));

  private static final String ADDRESS = "[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>.,;:!?]+";
  private static final String NUMBER = "\\+?\\d[\\d ()/.-]{5,}\\d";

  private Feedback() {}

  /** Mapped rows with their business day, free of addresses and numbers that reach a person. */
  static Dataset<Row> of(Dataset<Row> mapped, Business business) {
    Column words = Canonical.text(WORDS.col());
    Column masked = regexp_replace(words, ADDRESS, "[address]");
    return TABLE.select(
        mapped
            .withColumn(WORDS.name(), regexp_replace(masked, NUMBER, "[number]"))
            .withColumn(SAID_DATE.name(), business.day(SAID_AT.col(), Orders.BRAND.col())));
  }

  /** Whether a source names nobody, so that the order tells who said it. */
  static boolean isByOrder(Source source) {
    return source.feeds().getOrDefault(MAPPING.feed(), List.of()).stream()
        .noneMatch(feed -> feed.columns().containsKey(CUSTOMER_RECORD_KEY.name()));
  }

  /**
   * Feedback with the customers of the orders it is about.
   *
   * @param byOrder the sources of which the order tells who said it
   */
  static Dataset<Row> settle(Dataset<Row> feedback, Dataset<Row> orders, List<String> byOrder) {
    Dataset<Row> customers =
        orders.select(
            Orders.ORDER_KEY.col().as("settled_order"),
            Orders.CUSTOMER_RECORD_KEY.col().as("settled_customer"));
    Column customer =
        when(Records.SOURCE.col().isin(byOrder.toArray()), col("settled_customer"))
            .otherwise(CUSTOMER_RECORD_KEY.col());
    return TABLE.select(
        feedback
            .join(customers, ORDER_KEY.col().equalTo(customers.col("settled_order")), "left")
            .withColumn(CUSTOMER_RECORD_KEY.name(), customer));
  }
}
