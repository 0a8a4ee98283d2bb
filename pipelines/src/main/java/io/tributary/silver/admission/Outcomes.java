package io.tributary.silver.admission;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.silver.typing.Typed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which of several copies of a record stands: the one of the newest delivery where deliveries
 * replace each other, then of the greatest version, or without versions of what was delivered last,
 * then of the greatest content; of equal copies the one delivered first. The answer is a function
 * of the records, not of the order in which they came, so that a later run finds standing what an
 * earlier one left standing.
 */
public final class Outcomes {
  static final String ACCEPTED = "accepted";
  static final String DUPLICATE = "duplicate";
  static final String SUPERSEDED = "superseded";
  static final String QUARANTINED = "quarantined";

  /** Whether the record came in this run. */
  static final String IS_NEW = "is_new";

  static final String OUTCOME = "outcome";

  /** Whether an earlier record stood before this run's came. */
  static final String STOOD = "stood";

  /** Whether an earlier record stood and no record that stands tells the same. */
  static final String IS_LOST = "is_lost";

  /** Whether an earlier record stood and none that came in this run stands in its place. */
  static final String IS_VACATED = "is_vacated";

  private static final String IS_LATEST = "is_latest";
  private static final String WAS_LATEST = "was_latest";
  private static final String RANK = "rank";
  private static final String EARLIER_RANK = "earlier_rank";
  private static final String PLACE = "place";
  private static final String STANDING_CONTENT = "standing_content";
  private static final String STANDING_IS_NEW = "standing_is_new";

  private Outcomes() {}

  /** The outcome of records that compete with none. */
  static Dataset<Row> ofSingle(Dataset<Row> records) {
    return records
        .withColumn(STOOD, lit(false))
        .withColumn(IS_LOST, lit(false))
        .withColumn(IS_VACATED, lit(false))
        .withColumn(OUTCOME, when(isFit(), ACCEPTED).otherwise(QUARANTINED));
  }

  /**
   * The outcome of each record.
   *
   * @param records this run's records and the earlier ones they compete with, told apart by {@link
   *     #IS_NEW}; a record with a reason against it competes with none
   */
  static Dataset<Row> of(Dataset<Row> records, Source source, boolean withEarlier) {
    Map<String, Column> latest = new LinkedHashMap<>();
    latest.put(IS_LATEST, source.delivery().replacesUnits() ? isLatest(isFit()) : lit(true));
    latest.put(RANK, rank(source, isFit()));
    if (withEarlier) {
      latest.put(WAS_LATEST, wasLatest(source));
      latest.put(EARLIER_RANK, rank(source, isFit(), col(IS_NEW)));
    }
    WindowSpec copies = ranked(IS_LATEST, RANK, isFit());
    Map<String, Column> standing = new LinkedHashMap<>();
    standing.put(PLACE, row_number().over(copies));
    standing.put(
        STANDING_CONTENT, first(when(col(IS_LATEST), Records.CONTENT_HASH.col())).over(copies));
    standing.put(STANDING_IS_NEW, first(when(col(IS_LATEST), col(IS_NEW))).over(copies));
    standing.put(STOOD, withEarlier ? stood() : lit(false));
    // Each step that adds columns is resolved anew as a whole, so there are as few as can be.
    return records
        .withColumns(latest)
        .withColumns(standing)
        .withColumns(Map.of(IS_LOST, isLost(), IS_VACATED, isVacated(), OUTCOME, outcome()))
        .drop(IS_LATEST, WAS_LATEST, RANK, EARLIER_RANK)
        .drop(PLACE, STANDING_CONTENT, STANDING_IS_NEW);
  }

  private static Column isFit() {
    return Typed.REASON.col().isNull();
  }

  private static Column wasLatest(Source source) {
    return source.delivery().replacesUnits() ? isLatest(isFit(), col(IS_NEW)) : lit(true);
  }

  private static Column isLost() {
    return col(STOOD).and(not(Records.CONTENT_HASH.col().eqNullSafe(col(STANDING_CONTENT))));
  }

  private static Column isVacated() {
    Column hasFallen = col(STOOD).and(outcome().notEqual(ACCEPTED));
    return hasFallen.and(not(coalesce(col(STANDING_IS_NEW), lit(false))));
  }

  private static Column stood() {
    WindowSpec earlier = ranked(WAS_LATEST, EARLIER_RANK, isFit(), col(IS_NEW));
    return col(WAS_LATEST)
        .and(isFit())
        .and(row_number().over(earlier).equalTo(1))
        .and(col(IS_NEW).equalTo(false));
  }

  private static Column outcome() {
    return when(not(isFit()), QUARANTINED)
        .when(col(IS_LATEST).equalTo(false), SUPERSEDED)
        .when(col(PLACE).equalTo(1), ACCEPTED)
        .when(Records.CONTENT_HASH.col().equalTo(col(STANDING_CONTENT)), DUPLICATE)
        .otherwise(SUPERSEDED);
  }

  private static Column isLatest(Column... among) {
    WindowSpec unit = Window.partitionBy(with(Records.UNIT_KEY.col(), among));
    return Records.DELIVERY_DATE.col().equalTo(max(Records.DELIVERY_DATE.col()).over(unit));
  }

  /** What orders copies: the version, or the last delivery that tells the same. */
  private static Column rank(Source source, Column... among) {
    if (!source.isOrderedByDelivery()) {
      return Records.VERSION.col();
    }
    WindowSpec alike =
        Window.partitionBy(with(Records.RECORD_KEY.col(), with(Records.CONTENT_HASH.col(), among)));
    return max(Records.DELIVERY_DATE.col()).over(alike);
  }

  private static WindowSpec ranked(String latest, String rank, Column... among) {
    return Window.partitionBy(with(Records.RECORD_KEY.col(), among))
        .orderBy(
            col(latest).desc(),
            col(rank).desc_nulls_last(),
            Records.CONTENT_HASH.col().desc(),
            Records.DELIVERY_DATE.col().asc(),
            Records.FILE_HASH.col().asc(),
            Records.POSITION.col().asc(),
            Records.FILE.col().asc(),
            Records.RUN.col().asc());
  }

  private static Column[] with(Column first, Column... more) {
    Column[] all = new Column[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }
}
