package io.tributary.gold.customer;

import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Field;
import io.tributary.lake.YamlFile;
import io.tributary.models.rfm.Condition;
import io.tributary.models.rfm.DecisionTable;
import io.tributary.models.rfm.Level;
import io.tributary.models.rfm.SegmentRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The segments of {@code conf/segments.yaml}: one ordered decision table over buyers.
 *
 * @param newCustomerDays for how many days, the day of the first order included, a buyer is new
 */
public record SegmentTable(int newCustomerDays, List<SegmentRule> segments) {
  public static final Field SEGMENT =
      optional("segment", TEXT, "RFM segment; null without orders").certified();
  public static final Field PRIMARY_CHANNEL =
      optional("primary_channel", TEXT, "The channel that speaks to the segment first");
  public static final Field CAMPAIGN_STRATEGY =
      optional("campaign_strategy", TEXT, "What campaigns to the segment are for");
  public static final Field VOLUME_SEGMENT =
      required(
              "volume_segment",
              TEXT,
              """
          By lifetime units after returns: Low up to 9, Mid 10 to 30, High more than 30; \
          No Orders without orders""")
          .certified();

  public SegmentTable {
    if (newCustomerDays < 1) {
      throw new IllegalArgumentException(
          "new_customer_days is %d; allowed: 1 or more".formatted(newCustomerDays));
    }
    if (segments == null) {
      throw new IllegalArgumentException("the list 'segments' is missing");
    }
    segments = new DecisionTable(segments).rules();
  }

  public static SegmentTable load(Path file) {
    return YamlFile.read(file, SegmentTable.class);
  }

  /** Adds the segment and its treatment to scored customers. */
  Dataset<Row> addTo(Dataset<Row> scored, Terms terms) {
    Column isNew = terms.daysSince(CustomerBrand.FIRST_ORDER_DATE.col()).lt(newCustomerDays);
    Column decision = lit(null);
    for (int last = segments.size() - 1; last >= 0; last--) {
      SegmentRule rule = segments.get(last);
      decision = when(holds(rule, isNew), treatment(rule)).otherwise(decision);
    }
    return scored
        .select(
            col("*"),
            when(Sales.ORDERS.col().gt(0), decision).as("decision"),
            VOLUME_SEGMENT.from(volumeSegment()))
        .select("*", "decision.*");
  }

  private static Column volumeSegment() {
    Column netUnits = Sales.UNITS.col().minus(Sales.RETURNED_UNITS.col());
    return when(Sales.ORDERS.col().equalTo(0), "No Orders")
        .when(netUnits.leq(9), "Low")
        .when(netUnits.leq(30), "Mid")
        .otherwise("High");
  }

  private static Column treatment(SegmentRule rule) {
    return struct(
        SEGMENT.from(lit(rule.segment())),
        PRIMARY_CHANNEL.from(lit(rule.primaryChannel())),
        CAMPAIGN_STRATEGY.from(lit(rule.campaignStrategy())));
  }

  private static Column holds(SegmentRule rule, Column isNew) {
    return rule.when().stream()
        .map(condition -> holds(condition, isNew))
        .reduce(lit(false), Column::or);
  }

  private static Column holds(Condition condition, Column isNew) {
    Column newness = condition.isNew() == null ? lit(true) : isNew.equalTo(lit(condition.isNew()));
    return newness
        .and(among(Rfm.RECENCY_LEVEL, condition.recency()))
        .and(among(Rfm.FREQUENCY_LEVEL, condition.frequency()))
        .and(among(Rfm.MONETARY_LEVEL, condition.monetary()));
  }

  private static Column among(Field level, Set<Level> allowed) {
    return level.col().isin(allowed.stream().map(Level::text).toArray());
  }
}
