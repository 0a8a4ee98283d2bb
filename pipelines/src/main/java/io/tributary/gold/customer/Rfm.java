package io.tributary.gold.customer;

import static io.tributary.lake.Field.INTEGER;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.MONEY;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.models.rfm.Level;
import io.tributary.silver.identity.IdentityLinks;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How recently, how often and for how much a customer buys, each in fifths of the buyers. */
public final class Rfm {
  public static final Field RECENCY_DAYS =
      optional("recency_days", INTEGER, "Days since the last order; null without orders")
          .certified();
  public static final Field FREQUENCY =
      required("frequency", LONG, "Orders in the 365 days that end on the as-of day").certified();
  public static final Field MONETARY =
      required("monetary", MONEY, "Net revenue since the first order").certified();
  public static final Field RECENCY_QUINTILE = quintile("recency", "5 for the most recent fifth");
  public static final Field FREQUENCY_QUINTILE =
      quintile("frequency", "5 for the most frequent fifth");
  public static final Field MONETARY_QUINTILE =
      quintile("monetary", "5 for the fifth that spends most");
  public static final Field RECENCY_LEVEL = level("recency");
  public static final Field FREQUENCY_LEVEL = level("frequency");
  public static final Field MONETARY_LEVEL = level("monetary");

  private static final Field TIE = required("tie", TEXT, "Settles ranks of equal values");

  private Rfm() {}

  /** The customers with what is ranked. */
  static Dataset<Row> measured(Dataset<Row> customers, Terms terms) {
    return customers.select(
        col("*"),
        RECENCY_DAYS.from(terms.daysSince(CustomerBrand.LAST_ORDER_DATE.col())),
        FREQUENCY.from(CustomerBrand.ORDERS_365.col()),
        MONETARY.from(CustomerDays.NET_REVENUE.col()));
  }

  /** The customers with quintiles and levels, which buyers alone have, ranked group by group. */
  static Dataset<Row> score(Dataset<Row> customers, Dataset<Row> identityLinks, Field... group) {
    var quintiles = new Quintiles(Stream.of(group).map(Field::name).toList(), TIE.col());
    var ranked =
        quintiles.addTo(
            customers.join(ties(identityLinks), IdentityLinks.MASTER_CUSTOMER_ID.name(), "left"),
            new Quintiles.Rank(RECENCY_QUINTILE, ofBuyers(RECENCY_DAYS.col().multiply(-1))),
            new Quintiles.Rank(FREQUENCY_QUINTILE, ofBuyers(FREQUENCY.col())),
            new Quintiles.Rank(MONETARY_QUINTILE, ofBuyers(MONETARY.col())));
    return ranked.select(
        col("*"),
        RECENCY_LEVEL.from(levelOf(RECENCY_QUINTILE)),
        FREQUENCY_LEVEL.from(levelOf(FREQUENCY_QUINTILE)),
        MONETARY_LEVEL.from(levelOf(MONETARY_QUINTILE)));
  }

  private static Column ofBuyers(Column value) {
    return when(Sales.ORDERS.col().gt(0), value);
  }

  /**
   * Equal values are ranked by a hash of the person's smallest record key. Unlike the master
   * customer id it is the same in whatever order records arrived, and unlike the key itself it
   * favours no source.
   */
  private static Dataset<Row> ties(Dataset<Row> identityLinks) {
    Column founder = min(Records.RECORD_KEY.col());
    return identityLinks
        .groupBy(IdentityLinks.MASTER_CUSTOMER_ID.col())
        .agg(struct(xxhash64(founder), founder).as(TIE.name()));
  }

  private static Column levelOf(Field quintile) {
    Column fifth = quintile.col();
    return when(fifth.geq(4), Level.HIGH.text())
        .when(fifth.equalTo(3), Level.MEDIUM.text())
        .when(fifth.leq(2), Level.LOW.text());
  }

  private static Field quintile(String aspect, String best) {
    return optional(
        aspect + "_quintile", INTEGER, "Fifth of the buyers by " + aspect + ": " + best);
  }

  private static Field level(String aspect) {
    return optional(
        aspect + "_level", TEXT, "high for quintile 4 or 5, medium for 3, low for 1 or 2");
  }
}
