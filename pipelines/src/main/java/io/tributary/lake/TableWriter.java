package io.tributary.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;

import io.tributary.lake.DeltaTransaction.Added;
import io.tributary.lake.quality.Dimension;
import io.tributary.lake.quality.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes a table exactly once for each run: write, audit, and hand over the commit or abandon. */
final class TableWriter {
  private final Lakehouse house;
  private final SparkSession session;
  private final Table table;
  private final Mark mark;
  private final StepLog log;
  private boolean isWhole;

  /** Who writes, in which run: a second attempt under the same mark finds the write done. */
  record Mark(String step, long run) {}

  TableWriter(Lakehouse house, SparkSession session, Table table, Mark mark, StepLog log) {
    this.house = house;
    this.session = session;
    this.table = table;
    this.mark = mark;
    this.log = log;
  }

  Runnable overwrite(Dataset<Row> rows) {
    isWhole = true;
    return write(
        transaction -> {
          transaction.removeAll();
          return null;
        },
        rows);
  }

  Runnable append(Dataset<Row> rows) {
    return write(transaction -> null, rows);
  }

  Runnable replace(Dataset<Row> rows, Dataset<Row> units, Field unit) {
    return write(transaction -> transaction.removeUnits(FewRows.of(units), unit), rows);
  }

  /** Makes room for the rows in a transaction; what must be added again comes back, or null. */
  private interface Preparation {
    KeptRows kept(DeltaTransaction transaction);
  }

  private Runnable write(Preparation preparation, Dataset<Row> rows) {
    DeltaTransaction transaction = DeltaTransaction.begin(session, table, house);
    String writer = mark.step() + "/" + table.qualifiedName();
    Judge judge = Judge.of(table);
    Dataset<Row> watched = judge.watch(table.select(rows));
    if (transaction.isCommitted(writer, mark.run())) {
      house.moved(table, transaction.version());
      remember(judge, watched);
      return () -> {};
    }
    KeptRows kept = preparation.kept(transaction);
    Added fresh = add(transaction, watched);
    Added again = kept == null || kept.rows() == null ? Added.NONE : add(transaction, kept.rows());
    Written written = new Written(transaction, fresh, again, kept);
    audit(judge, written);
    if (transaction.isEmpty() && transaction.version() >= 0) {
      return () -> {};
    }
    return () -> {
      transaction.commit(writer, mark.run(), version -> house.moved(table, version));
      log.committed(table, written.rows());
    };
  }

  /** Rows that are new, and rows that only come again; {@code kept} is null where none do. */
  private record Written(DeltaTransaction transaction, Added fresh, Added again, KeptRows kept) {
    long rows() {
      return fresh.rows() + again.rows();
    }

    /** What may repeat a key: no row that only comes again, where the new ones are alone. */
    Added judged(boolean isAlone) {
      return isAlone ? fresh : fresh.and(again);
    }
  }

  /** The attempt that committed died before it told what its checks had found. */
  private void remember(Judge judge, Dataset<Row> watched) {
    if (judge.isWatching()) {
      watched.write().format("noop").mode("overwrite").save();
      judge.verdict().findings().forEach(finding -> log.checked(table, finding));
      log.profiled(table, judge.verdict().profile(), isWhole);
    }
  }

  private Added add(DeltaTransaction transaction, Dataset<Row> rows) {
    try {
      return transaction.add(rows);
    } catch (RuntimeException e) {
      throw MissingValue.in(e).<RuntimeException>map(this::refused).orElse(e);
    }
  }

  private void audit(Judge judge, Written written) {
    DeltaTransaction transaction = written.transaction();
    Judge.Verdict verdict = judge.verdict();
    List<Finding> findings = new ArrayList<>(verdict.findings());
    if (!table.key().isEmpty()) {
      Check unique = Check.fail(Dimension.KEY_IS_UNIQUE, keyNames());
      findings.add(new Finding(unique, written.rows(), repeatedKeys(written, verdict)));
    }
    findings.forEach(finding -> log.checked(table, finding));
    if (!transaction.isEmpty() || transaction.version() < 0) {
      log.profiled(table, verdict.profile(), isWhole);
    }
    List<Finding> failures = findings.stream().filter(Finding::isFailure).toList();
    if (!failures.isEmpty()) {
      throw refused(failures.stream().map(Finding::words).collect(Collectors.joining("; ")));
    }
  }

  private TributaryException refused(String why) {
    return TributaryException.gate(
        table
            + " was not published: "
            + why
            + ". The last good version stands; mend the source or its mapping and run again.");
  }

  /** Keys that come more than once among the rows written, or once there and once in the table. */
  private long repeatedKeys(Written written, Judge.Verdict verdict) {
    DeltaTransaction transaction = written.transaction();
    boolean isAlone = written.kept() == null ? !transaction.hasStaying() : isOfNamedUnits(written);
    if (isAlone && areDistinct(written, verdict)) {
      return 0;
    }
    Dataset<Row> fresh = keys(transaction.read(written.judged(isAlone)));
    Dataset<Row> standing = isAlone ? null : standing(written, fresh);
    if (standing == null && written.kept() == null && areDistinct(written, verdict)) {
      return 0;
    }
    return repeated(standing == null ? fresh : fresh.union(met(keys(standing), fresh)));
  }

  /** The rows of the table that may have a key of the new ones; null when there are none. */
  private Dataset<Row> standing(Written written, Dataset<Row> fresh) {
    Dataset<Row> near = written.transaction().standingNear(fresh, table.key().get(0));
    return near == null || written.kept() == null ? near : written.kept().others(near);
  }

  /** Whether the scan that wrote the new rows saw them all, and no key twice. */
  private static boolean areDistinct(Written written, Judge.Verdict verdict) {
    return verdict.areKeysDistinct() && verdict.profile().rows() == written.fresh().rows();
  }

  /** Where every new row is of a named unit, no other row of the table has a key of theirs. */
  private boolean isOfNamedUnits(Written written) {
    KeptRows kept = written.kept();
    return table.key().contains(kept.unit())
        && kept.others(written.transaction().read(written.fresh())).isEmpty();
  }

  private static long repeated(Dataset<Row> keys) {
    return keys.groupBy(Stream.of(keys.columns()).map(keys::col).toArray(Column[]::new))
        .count()
        .agg(count_if(col("count").gt(1)))
        .head()
        .getLong(0);
  }

  private Dataset<Row> keys(Dataset<Row> rows) {
    return rows.select(table.keyColumns());
  }

  private Dataset<Row> met(Dataset<Row> standing, Dataset<Row> added) {
    Column isSame =
        table.key().stream()
            .map(field -> field.of(standing).eqNullSafe(field.of(added)))
            .reduce(Column::and)
            .orElseThrow();
    return standing.join(added, isSame, "left_semi");
  }

  private String keyNames() {
    return table.key().stream().map(Field::name).collect(Collectors.joining(", "));
  }
}
