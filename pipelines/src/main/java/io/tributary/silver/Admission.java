package io.tributary.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import io.tributary.lake.ops.Quarantine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a run admits of one source: its new records typed, each with its outcome, and the earlier
 * records that no longer stand. Made once in a run and read by every table the source feeds.
 */
final class Admission {
  private static final String[] PLACE = {Records.FILE.name(), Records.POSITION.name()};

  private final Source source;
  private Map<String, Mapping> mappings;
  private Dataset<Row> judged;
  private boolean hasFallen;
  private boolean hasQuarantined;

  Admission(Source source, Map<String, Mapping> mappings) {
    this.source = source;
    this.mappings = mappings;
  }

  Source source() {
    return source;
  }

  /** Whether anything of the source came in this run. */
  boolean isOpen() {
    return judged != null;
  }

  boolean hasFallen() {
    return hasFallen;
  }

  boolean hasQuarantined() {
    return hasQuarantined;
  }

  /** Adds a rule on the currency of every table that has one. */
  void accept(Check currency) {
    Map<String, Mapping> checked = new LinkedHashMap<>();
    mappings.forEach(
        (feed, mapping) ->
            checked.put(
                feed,
                mapping.fields().stream()
                        .anyMatch(field -> field.name().equals(OrderLines.CURRENCY.name()))
                    ? mapping.and(currency)
                    : mapping));
    mappings = checked;
  }

  /** Types and judges what this run landed, and accounts for it file by file. */
  void admit(Lake lake) {
    if (lake.files(source.name()).isEmpty()) {
      return;
    }
    lake.session().conf().set("spark.sql.ansi.enabled", false);
    Table bronze = Records.table(source.name());
    Dataset<Row> landed = lake.read(bronze).where(Records.RUN.col().equalTo(lake.run()));
    Dataset<Row> fresh = Typed.of(landed, source, mappings).withColumn(Outcomes.IS_NEW, lit(true));
    // A checkpoint rather than a cache: each table the source feeds would otherwise plan the whole
    // way from bronze again, which costs more than the rows do.
    judged = judge(lake, fresh).localCheckpoint(/* eager */ false);
    List<Row> counts = counts();
    hasFallen = counts.stream().anyMatch(row -> !row.<Boolean>getAs(Outcomes.IS_NEW));
    hasQuarantined = counts.stream().anyMatch(Ledger::isQuarantined);
    new Ledger(source, lake).enter(counts);
  }

  /** The rows that the records which came to stand in this run make for a table. */
  Dataset<Row> rows(String feed) {
    Mapping mapping = mappings.get(feed);
    Dataset<Row> standing =
        judged.where(col(Outcomes.IS_NEW).and(col(Outcomes.OUTCOME).equalTo(Outcomes.ACCEPTED)));
    return standing
        .select(
            Records.RECORD_KEY.col(),
            Records.SOURCE.col(),
            Records.ACCOUNT.col(),
            explode(col(mapping.column())).as("made"))
        .select(
            Records.RECORD_KEY.col(), Records.SOURCE.col(), Records.ACCOUNT.col(), col("made.*"));
  }

  /** The keys of the records that stood before this run and no longer do. */
  Dataset<Row> fallen() {
    return judged.where(Ledger.hasFallen()).select(Records.RECORD_KEY.col()).distinct();
  }

  /** This run's records that were set aside, with their reasons and raw text. */
  Dataset<Row> quarantined(Dataset<Row> bronze, long run) {
    Dataset<Row> aside =
        judged
            .where(col(Outcomes.OUTCOME).equalTo(Outcomes.QUARANTINED))
            .select(Records.FILE.col(), Records.POSITION.col(), Typed.REASON.col());
    return bronze
        .where(Records.RUN.col().equalTo(run))
        .join(aside, PLACE)
        .select(Quarantine.TABLE.columns());
  }

  private Dataset<Row> judge(Lake lake, Dataset<Row> fresh) {
    Dataset<Row> earlier = earlier(lake, fresh);
    if (earlier == null && isTrivial(lake)) {
      return fresh
          .withColumn(Outcomes.STOOD, lit(false))
          .withColumn(
              Outcomes.OUTCOME,
              when(Typed.REASON.col().isNotNull(), Outcomes.QUARANTINED)
                  .otherwise(Outcomes.ACCEPTED));
    }
    Dataset<Row> all = earlier == null ? fresh : fresh.unionByName(earlier, true);
    return Outcomes.of(all, source, earlier != null);
  }

  /** The earlier records that new ones compete with; null when there can be none. */
  private Dataset<Row> earlier(Lake lake, Dataset<Row> fresh) {
    Table bronze = Records.table(source.name());
    if (!lake.existedBefore(bronze)) {
      return null;
    }
    Field shared =
        source.key().isEmpty() && !source.delivery().replacesUnits()
            ? Records.FILE_HASH
            : Records.UNIT_KEY;
    Dataset<Row> units = fresh.select(shared.col()).distinct();
    Dataset<Row> known =
        lake.before(bronze)
            .where(Records.DEFECT.col().isNull())
            .join(units, shared.name(), "left_semi")
            .select(Typed.identity());
    if (lake.existedBefore(Quarantine.TABLE)) {
      Dataset<Row> aside =
          lake.before(Quarantine.TABLE)
              .where(Quarantine.SOURCE.col().equalTo(source.name()))
              .select(Records.FILE.col(), Records.POSITION.col());
      known = known.join(aside, PLACE, "left_anti");
    }
    return known.withColumn(Outcomes.IS_NEW, lit(false));
  }

  /** Without keys and with one file there is nothing that could be told twice. */
  private boolean isTrivial(Lake lake) {
    return source.key().isEmpty()
        && !source.delivery().replacesUnits()
        && lake.files(source.name()).size() == 1;
  }

  private List<Row> counts() {
    return judged
        .where(col(Outcomes.IS_NEW).or(Ledger.hasFallen()))
        .groupBy(
            Records.FILE.col(),
            Records.FILE_HASH.col(),
            Records.DELIVERY_DATE.col(),
            col(Outcomes.IS_NEW),
            col(Outcomes.OUTCOME))
        .agg(
            count(lit(1)).as("records"),
            min(Records.POSITION.col()).as("first_position"),
            max(when(Records.POSITION.col().equalTo(-1), Typed.REASON.col())).as("defect"))
        .collectAsList();
  }
}
