package io.tributary.silver.admission;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Delivery;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Check;
import io.tributary.lake.FewRows;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import io.tributary.silver.typing.Roads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a run admits of one source: its new records typed, each with its outcome, and the earlier
 * records that no longer stand. Made once in a run and read by every table the source feeds.
 */
public final class Admission {
  private final Source source;
  private final Map<String, Mapping> declared;
  private final EarlierCopies copies;
  private final SetAside aside;
  private final Roads roads;
  private Supplier<Map<String, Mapping>> mappings;
  private Judged judged;
  private long since;
  private boolean isRepeated;

  public Admission(
      Source source, Map<String, Mapping> mappings, EarlierCopies copies, SetAside aside) {
    this.source = source;
    this.copies = copies;
    this.aside = aside;
    this.roads = new Roads(source);
    this.declared = mappings;
    this.mappings = () -> mappings;
  }

  public Source source() {
    return source;
  }

  /** Whether there is anything of the source to admit in this run. */
  boolean isOpen() {
    return judged != null;
  }

  public boolean hasFallen() {
    return isOpen() && judged.hasFallen();
  }

  /** Whether a table that gathers what several records tell has to ask the others again. */
  boolean hasLost() {
    return isOpen() && judged.hasLost();
  }

  public boolean hasQuarantined() {
    return isOpen() && judged.hasQuarantined();
  }

  /** Adds a rule on a column of every table that has it, once there is a record to judge. */
  public void accept(Field column, Supplier<Check> rule) {
    mappings =
        () -> {
          Map<String, Mapping> checked = checked(column, rule.get());
          mappings = () -> checked;
          return checked;
        };
  }

  private Map<String, Mapping> checked(Field column, Check rule) {
    Map<String, Mapping> checked = new LinkedHashMap<>();
    declared.forEach(
        (feed, mapping) ->
            checked.put(
                feed,
                mapping.fields().stream().anyMatch(field -> field.name().equals(column.name()))
                    ? mapping.and(rule)
                    : mapping));
    return checked;
  }

  /** Whether something has landed that no step of the layer has seen. */
  private boolean isAwaited(Lake lake) {
    return !lake.files(source.name()).isEmpty()
        || !lake.copies(source.name()).isEmpty()
        || lake.isBehind(Records.table(source.name()));
  }

  /** Types and judges what has landed since the last time, and accounts for it file by file. */
  public void admit(Lake lake) {
    judged = null;
    isRepeated = false;
    since = lastSeen(lake);
    if (!isAwaited(lake)) {
      return;
    }
    if (lake.isChanged(Records.table(source.name()))) {
      judge(lake);
    } else {
      // The files held no record, which is common where a source speaks once a week.
      new Ledger(source, lake).enter(List.of());
    }
  }

  /**
   * Types and judges all that ever landed again, in the place of what was made of it: the mapping
   * has changed, or what kept a record out has.
   */
  public void repeat(Lake lake) {
    since = 0;
    isRepeated = true;
    judge(lake);
  }

  /** Whether what the run admits stands in the place of all that was admitted before. */
  public boolean isRepeated() {
    return isRepeated;
  }

  private void judge(Lake lake) {
    lake.session().conf().set("spark.sql.ansi.enabled", false);
    Dataset<Row> landed = landed(lake).where(Records.RUN.col().gt(since));
    Dataset<Row> typed =
        since == lake.run() - 1
            ? roads.typedNew(landed, mappings.get(), lake)
            : roads.typed(landed, mappings.get(), lake);
    Dataset<Row> fresh = typed.withColumn(Outcomes.IS_NEW, lit(true));
    judged = new Judged(source, outcomes(lake, fresh));
    if (!isRepeated && standsElsewhere(lake)) {
      repeat(lake);
      return;
    }
    Ledger ledger = new Ledger(source, lake);
    if (isRepeated) {
      ledger.reopen(copies);
    }
    ledger.enter(judged.counts());
    judged.shrinkage().ifPresent(words -> lake.alert(source.name(), words));
  }

  /**
   * A record that an earlier unit gave way to another with may stand again once that one lost it.
   */
  private boolean standsElsewhere(Lake lake) {
    return source.delivery().replacesUnits()
        && source.delivery() != Delivery.SNAPSHOT
        && !source.key().isEmpty()
        && judged.hasVacated()
        && new Rivals(source, lake, copies, aside).areTold(FewRows.of(judged.vacated()), since);
  }

  private Dataset<Row> landed(Lake lake) {
    return copies.dated(lake.read(Records.table(source.name())), source, lake);
  }

  /** The last run whose records a step has seen; records may land in runs that leave it out. */
  private long lastSeen(Lake lake) {
    Table bronze = Records.table(source.name());
    if (!lake.isBehind(bronze)) {
      return lake.run() - 1;
    }
    Row last = lake.lastRead(bronze).agg(max(Records.RUN.col())).first();
    return last.isNullAt(0) ? 0 : last.getLong(0);
  }

  /** Whether this run's admission holds all that a step has not seen of the source. */
  public boolean bringsAllTo(Lake lake) {
    return lastSeen(lake) >= since;
  }

  /** The rows that the records which came to stand in this run make for a table. */
  Dataset<Row> rows(String feed) {
    return made(feed, judged.fresh());
  }

  /** The rows that all records which stand make for a table, whenever they came. */
  Dataset<Row> allRows(Lake lake, String feed) {
    if (isRepeated) {
      return rows(feed);
    }
    lake.session().conf().set("spark.sql.ansi.enabled", false);
    Dataset<Row> standing = new Rivals(source, lake, copies, aside).standing(landed(lake));
    Dataset<Row> typed =
        roads.typed(standing, mappings.get(), lake).withColumn(Outcomes.IS_NEW, lit(true));
    return made(feed, Outcomes.of(typed, source, /* withEarlier= */ false));
  }

  private Dataset<Row> made(String feed, Dataset<Row> judgedRecords) {
    Mapping mapping = mappings.get().get(feed);
    return judgedRecords
        .where(col(Outcomes.OUTCOME).equalTo(Outcomes.ACCEPTED))
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
    return judged.fallen();
  }

  /** The keys of the records that stood before this run and of which no other tells the same. */
  Dataset<Row> lost() {
    return judged.lost();
  }

  /** The rows that those of the records make for a table that stood before this run. */
  Optional<Dataset<Row>> rowsOf(Lake lake, String feed, Dataset<Row> records) {
    Dataset<Row> own =
        FewRows.of(records.where(Records.RECORD_KEY.col().startsWith(source.name() + "/")));
    if (own.isEmpty()) {
      return Optional.empty();
    }
    lake.session().conf().set("spark.sql.ansi.enabled", false);
    return new Rivals(source, lake, copies, aside)
        .stood(own, isOpen() ? since : lastSeen(lake))
        .map(stood -> roads.typed(stood, mappings.get(), lake))
        .map(typed -> typed.withColumn(Outcomes.OUTCOME, lit(Outcomes.ACCEPTED)))
        .map(accepted -> made(feed, accepted));
  }

  /** The new records that were set aside, with their reasons and raw text. */
  public Dataset<Row> quarantined(Lake lake) {
    return judged.quarantined(
        lake.read(Records.table(source.name())).where(Records.RUN.col().gt(since)));
  }

  private Dataset<Row> outcomes(Lake lake, Dataset<Row> fresh) {
    Dataset<Row> earlier =
        since == 0 ? null : new Rivals(source, lake, copies, aside).of(fresh, since);
    if (earlier == null && isTrivial(lake)) {
      return Outcomes.ofSingle(fresh);
    }
    Dataset<Row> all = earlier == null ? fresh : fresh.unionByName(earlier, true);
    return Outcomes.of(all, source, earlier != null);
  }

  /** Without keys and with one file in all there is nothing that could be told twice. */
  private boolean isTrivial(Lake lake) {
    return !isRepeated
        && since == lake.run() - 1
        && source.key().isEmpty()
        && !source.delivery().replacesUnits()
        && lake.files(source.name()).size() == 1;
  }
}
