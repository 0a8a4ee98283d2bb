package io.tributary.lake;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Writes a table exactly once for each run: write, audit, then commit or abandon. */
final class TableWriter {
  private final Lakehouse house;
  private final SparkSession session;
  private final Table table;
  private final Mark mark;
  private final StepLog log;

  /** Who writes, in which run: a second attempt under the same mark finds the write done. */
  record Mark(String step, long run) {}

  TableWriter(Lakehouse house, SparkSession session, Table table, Mark mark, StepLog log) {
    this.house = house;
    this.session = session;
    this.table = table;
    this.mark = mark;
    this.log = log;
  }

  void overwrite(Dataset<Row> rows) {
    commit(
        transaction -> {
          transaction.removeAll();
          return null;
        },
        rows);
  }

  void append(Dataset<Row> rows) {
    commit(transaction -> null, rows);
  }

  void replace(Dataset<Row> rows, Dataset<Row> units, Field unit) {
    commit(transaction -> transaction.removeUnits(units, unit), rows);
  }

  /** Makes room for the rows in a transaction; what must be added again comes back, or null. */
  private interface Preparation {
    Dataset<Row> kept(DeltaTransaction transaction);
  }

  private void commit(Preparation preparation, Dataset<Row> rows) {
    DeltaTransaction transaction = DeltaTransaction.begin(session, table, house);
    String writer = mark.step() + "/" + table.qualifiedName();
    if (transaction.isCommitted(writer, mark.run())) {
      house.moved(table, transaction.version());
      return;
    }
    Dataset<Row> kept = preparation.kept(transaction);
    Judge judge = Judge.of(table);
    UnaryOperator<Dataset<Row>> withKept = made -> kept == null ? made : made.union(kept);
    Dataset<Row> watched = judge.watch(table.select(rows));
    long written = transaction.add(withKept.apply(watched));
    audit(judge, transaction);
    if (transaction.isEmpty() && transaction.version() >= 0) {
      return;
    }
    transaction.commit(writer, mark.run(), version -> house.moved(table, version));
    log.committed(table, written);
  }

  private void audit(Judge judge, DeltaTransaction transaction) {
    List<Judge.Finding> findings = judge.findings();
    findings.forEach(finding -> log.checked(table, finding));
    List<Judge.Finding> failures =
        findings.stream().filter(Judge.Finding::isFailure).collect(Collectors.toList());
    if (!table.key().isEmpty()) {
      long repeated = repeatedKeys(transaction.added(session));
      Check unique = Check.fail("key is unique", keyNames());
      Judge.Finding finding = new Judge.Finding(unique, repeated, repeated);
      log.checked(table, finding);
      if (finding.isFailure()) {
        failures.add(finding);
      }
    }
    if (!failures.isEmpty()) {
      throw TributaryException.gate(
          table
              + " was not published: "
              + failures.stream().map(TableWriter::worded).collect(Collectors.joining("; "))
              + ". The last good version stands; mend the source or its mapping and run again.");
    }
  }

  private long repeatedKeys(Dataset<Row> added) {
    Column[] key = table.key().stream().map(Field::col).toArray(Column[]::new);
    return added.groupBy(key).count().where(functions.col("count").gt(1)).count();
  }

  private String keyNames() {
    return table.key().stream().map(Field::name).collect(Collectors.joining(", "));
  }

  private static String worded(Judge.Finding finding) {
    Check check = finding.check();
    return finding.violations() + " rows break '" + check.name() + "' (" + check.condition() + ")";
  }
}
