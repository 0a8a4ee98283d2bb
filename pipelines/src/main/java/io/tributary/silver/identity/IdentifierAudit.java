package io.tributary.silver.identity;

import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Which identifiers each source brings, and what they are good for. */
public final class IdentifierAudit {
  public static final Field PROFILES = required("profiles", LONG, "Profiles of the source");
  public static final Field FILLED =
      required("filled", LONG, "Profiles that carry an identifier of the kind");
  public static final Field COMPLETENESS =
      required("completeness", DOUBLE, "Filled of all profiles");
  public static final Field VALUES = required("values", LONG, "Different values");
  public static final Field LINKING =
      required("linking", LONG, "Profiles whose value makes them one with others that carry it");
  public static final Field UNUSABLE =
      required(
          "unusable",
          LONG,
          "Profiles whose value says nothing of who they are: too many share it, or the block list"
              + " names it");
  public static final Field SHARED =
      required("shared", LONG, "Profiles whose value more than one person carries");
  public static final Field MOST_PEOPLE =
      required("most_people", LONG, "People that carry the most shared value");
  public static final Field CONSISTENCY =
      optional(
          "consistency",
          DOUBLE,
          "Of the profiles whose person has the kind in another profile too, the share whose value"
              + " is found there; null when there is none");

  public static final Table TABLE =
      Table.silver(
              "identifier_audit",
              "One row per source and kind of identifier.",
              Records.SOURCE,
              Identifiers.KIND,
              PROFILES,
              FILLED,
              COMPLETENESS,
              VALUES,
              LINKING,
              UNUSABLE,
              SHARED,
              MOST_PEOPLE,
              CONSISTENCY)
          .key(Records.SOURCE, Identifiers.KIND);

  /** The kinds that each source is asked for. */
  public static final List<String> KINDS =
      Stream.of(
              IdentifierKind.EMAIL,
              IdentifierKind.PHONE,
              IdentifierKind.LOYALTY,
              IdentifierKind.PLATFORM)
          .map(IdentifierKind::text)
          .toList();

  private static final Column PERSON = IdentityLinks.MASTER_CUSTOMER_ID.col();

  private IdentifierAudit() {}

  /** Every source with every kind, carried or not. */
  public static Dataset<Row> of(
      Dataset<Row> customerRecord, Dataset<Row> identifiers, Dataset<Row> identityLinks) {
    Dataset<Row> sources =
        customerRecord
            .groupBy(Records.SOURCE.col())
            .agg(PROFILES.from(count(lit(1))))
            .withColumn(Identifiers.KIND.name(), explode(kinds()));
    Dataset<Row> carried =
        identifiers
            .join(
                customerRecord.select(Records.RECORD_KEY.col(), Records.SOURCE.col()),
                Records.RECORD_KEY.name())
            .join(
                identityLinks.select(Records.RECORD_KEY.col(), PERSON), Records.RECORD_KEY.name());
    String[] sourceAndKind = {Records.SOURCE.name(), Identifiers.KIND.name()};
    Dataset<Row> rows = sources.join(found(carried), sourceAndKind, "left");
    for (Field figure : new Field[] {FILLED, VALUES, LINKING, UNUSABLE, SHARED, MOST_PEOPLE}) {
      rows = rows.withColumn(figure.name(), coalesce(figure.col(), lit(0L)));
    }
    return TABLE.select(
        rows.withColumn(
            COMPLETENESS.name(), round(FILLED.col().divide(PROFILES.col()), /* scale= */ 4)));
  }

  private static Column kinds() {
    return array(KINDS.stream().map(kind -> lit(kind)).toArray(Column[]::new));
  }

  private static Dataset<Row> found(Dataset<Row> carried) {
    Column people = size(collect_set(PERSON).over(Window.partitionBy(Identifiers.VALUE)));
    return carried
        .withColumn("people", people)
        .withColumn("is_elsewhere", isElsewhere(Identifiers.KIND.col()))
        .withColumn("is_agreed", isElsewhere(Identifiers.KIND.col(), Identifiers.VALUE_HASH.col()))
        .groupBy(Records.SOURCE.col(), Identifiers.KIND.col())
        .agg(
            profiles(FILLED, lit(true)),
            VALUES.from(countDistinct(Identifiers.VALUE_HASH.col())),
            profiles(LINKING, Identifiers.IS_LINKING.col()),
            profiles(UNUSABLE, Identifiers.IS_USABLE.col().equalTo(false)),
            profiles(SHARED, col("people").gt(1)),
            MOST_PEOPLE.from(max("people")),
            CONSISTENCY.from(
                round(
                    number(col("is_agreed")).divide(nullif(number(col("is_elsewhere")), lit(0L))),
                    /* scale= */ 4)));
  }

  /** Whether another profile of the person has what the columns name, too. */
  private static Column isElsewhere(Column... named) {
    Column[] all = Stream.concat(Stream.of(PERSON), Stream.of(named)).toArray(Column[]::new);
    var profiles = Window.partitionBy(all);
    return min(Records.RECORD_KEY.col())
        .over(profiles)
        .notEqual(max(Records.RECORD_KEY.col()).over(profiles));
  }

  private static Column profiles(Field figure, Column condition) {
    return figure.from(number(condition));
  }

  private static Column number(Column condition) {
    return countDistinct(when(condition, Records.RECORD_KEY.col()));
  }
}
