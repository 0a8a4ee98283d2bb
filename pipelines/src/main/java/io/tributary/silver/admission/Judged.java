package io.tributary.silver.admission;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.ops.Quarantine;
import io.tributary.silver.typing.Roads;
import io.tributary.silver.typing.Typed;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The records of a source that a run judged, new and earlier ones, each with its outcome. */
public final class Judged {
  private static final String LOST = "lost_records";
  private static final String VACATED = "vacated_records";

  private final Source source;
  private final Dataset<Row> records;
  private final List<Row> counts;

  Judged(Source source, Dataset<Row> judged) {
    this.source = source;
    // A checkpoint rather than a cache: each table the source feeds would otherwise plan the whole
    // way from bronze again, which costs more than the rows do.
    this.records = judged.localCheckpoint(/* eager */ false);
    this.counts = counted();
  }

  private List<Row> counted() {
    return records
        .where(col(Outcomes.IS_NEW).or(Ledger.hasFallen()))
        .groupBy(
            Records.FILE.col(),
            Records.FILE_HASH.col(),
            Records.DELIVERY_DATE.col(),
            col(Outcomes.IS_NEW),
            col(Outcomes.OUTCOME))
        .agg(
            count(lit(1)).as("records"),
            count_if(isLost()).as(LOST),
            count_if(col(Outcomes.IS_VACATED)).as(VACATED),
            min(Records.POSITION.col()).as("first_position"),
            max(when(Records.POSITION.col().equalTo(-1), Typed.REASON.col())).as("defect"))
        .collectAsList();
  }

  /** How many records of each file have which outcome, for the ledger. */
  List<Row> counts() {
    return counts;
  }

  boolean hasFallen() {
    return counts.stream().anyMatch(row -> !row.<Boolean>getAs(Outcomes.IS_NEW));
  }

  boolean hasLost() {
    return total(LOST) > 0;
  }

  private long total(String what) {
    return counts.stream().mapToLong(row -> row.<Long>getAs(what)).sum();
  }

  boolean hasVacated() {
    return total(VACATED) > 0;
  }

  /** The keys of the records that stood before the run and that no new one took the place of. */
  Dataset<Row> vacated() {
    return records
        .where(col(Outcomes.IS_VACATED))
        .select(Records.RECORD_KEY.col(), Records.ACCOUNT.col(), Records.UNIT_KEY.col())
        .distinct();
  }

  /** In words, what newer deliveries took away by telling of a part of what they replace. */
  Optional<String> shrinkage() {
    // Without half as many lost as are worth telling of there is none to look for.
    return source.delivery().replacesUnits() && 2 * total(LOST) > Shrinkage.WORTH_TELLING
        ? Shrinkage.of(records)
        : Optional.empty();
  }

  boolean hasQuarantined() {
    return counts.stream().anyMatch(Ledger::isQuarantined);
  }

  /** Those that came in the run. */
  Dataset<Row> fresh() {
    return records.where(col(Outcomes.IS_NEW));
  }

  /** The keys of the records that stood before the run and no longer do. */
  Dataset<Row> fallen() {
    return records.where(Ledger.hasFallen()).select(Records.RECORD_KEY.col()).distinct();
  }

  /** The keys of the records that stood before the run and of which no other tells the same. */
  Dataset<Row> lost() {
    return records.where(isLost()).select(Records.RECORD_KEY.col()).distinct();
  }

  /** What is made of a record may hang on more than its text, which then tells nothing. */
  private Column isLost() {
    boolean isMoreThanText =
        Roads.all(source)
            .anyMatch(
                road ->
                    !road.lists().isEmpty() || road.feeds().toString().contains("delivery_date"));
    return isMoreThanText ? Ledger.hasFallen() : col(Outcomes.IS_LOST);
  }

  /** Those of the landed records that were set aside, with their reasons and raw text. */
  Dataset<Row> quarantined(Dataset<Row> landed) {
    Dataset<Row> aside =
        records
            .where(col(Outcomes.OUTCOME).equalTo(Outcomes.QUARANTINED))
            .select(
                Records.RUN.col(), Records.FILE.col(), Records.POSITION.col(), Typed.REASON.col());
    return landed.join(aside, Rivals.PLACE).select(Quarantine.TABLE.columns());
  }
}
