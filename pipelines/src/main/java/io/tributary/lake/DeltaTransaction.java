package io.tributary.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.RemoveFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.functions;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One write to one Delta table that is judged after its files are written and before it is
 * committed, and that a second attempt under the same number finds done. The only class that knows
 * Delta's transaction protocol from the inside: its public writers commit without asking.
 */
final class DeltaTransaction {
  private final Table table;
  private final OptimisticTransaction transaction;
  private final long now;
  private final List<Action> actions = new ArrayList<>();
  private final boolean isRedeclared;

  private DeltaTransaction(
      Table table, OptimisticTransaction transaction, long now, boolean isRedeclared) {
    this.table = table;
    this.transaction = transaction;
    this.now = now;
    this.isRedeclared = isRedeclared;
  }

  static DeltaTransaction begin(SparkSession session, Table table, Lakehouse house) {
    SparkSession.setActiveSession(session);
    DeltaLog log = DeltaLog.forTable(classic(session), new Path(house.path(table)));
    OptimisticTransaction transaction = log.startTransaction(Option.empty(), start(log, house));
    long now = house.clock().millis();
    DeltaDeclaration declaration = new DeltaDeclaration(table, transaction);
    return new DeltaTransaction(table, transaction, now, declaration.declare(now));
  }

  private static Option<Snapshot> start(DeltaLog log, Lakehouse house) {
    Snapshot latest = log.update(false, Option.empty(), Option.empty());
    return Option.apply(latest.version() < 0 ? new EmptySnapshot(log, house.noFiles()) : latest);
  }

  /** Whether a write by this writer with this or a later number is already in the table. */
  boolean isCommitted(String writer, long number) {
    // The snapshot itself finds its marks with Spark jobs; the checksum of its version names them.
    Option<scala.collection.immutable.Seq<SetTransaction>> known =
        transaction.snapshot().checksumOpt().flatMap(checksum -> checksum.setTransactions());
    if (version() >= 0 && known.isEmpty()) {
      return transaction.txnVersion(writer) >= number;
    }
    // As reading it would: a writer of the same name that commits meanwhile is then a conflict.
    transaction.readTxn().addOne(writer);
    return version() >= 0
        && CollectionConverters.asJava(known.get()).stream()
            .anyMatch(mark -> mark.appId().equals(writer) && mark.version() >= number);
  }

  long version() {
    return transaction.snapshot().version();
  }

  /** Files that were written, and how many rows they hold. */
  record Added(List<AddFile> files, long rows) {
    static final Added NONE = new Added(List.of(), 0);

    Added and(Added other) {
      List<AddFile> all = Stream.of(files, other.files).flatMap(List::stream).toList();
      return new Added(all, rows + other.rows);
    }
  }

  /** Writes new files; nobody sees them before the commit. */
  Added add(Dataset<Row> rows) {
    if (isRedeclared && hasStaying()) {
      new DeltaDeclaration(table, transaction).requireTypesOfStanding();
    }
    List<AddFile> files = new ArrayList<>();
    for (Action action : CollectionConverters.asJava(transaction.writeFiles(rows))) {
      actions.add(action);
      if (action instanceof AddFile file) {
        files.add(file);
      }
    }
    return new Added(files, rows(files));
  }

  /** The rows of files written in this transaction, read as plain Parquet. */
  Dataset<Row> read(SparkSession session, Added added) {
    String root = transaction.deltaLog().dataPath().toString();
    String[] paths =
        added.files().stream().map(file -> root + "/" + file.path()).toArray(String[]::new);
    return paths.length == 0
        ? session.createDataFrame(List.<Row>of(), table.schema())
        : session.read().schema(table.schema()).parquet(paths);
  }

  /**
   * The rows of the files that were there before and stay, as far as they may share a value of a
   * field with others; null when there are none.
   */
  Dataset<Row> standingNear(Dataset<Row> others, Field field) {
    return read(FileSpans.near(staying(), others, field));
  }

  /** Whether files that were there before stay. */
  boolean hasStaying() {
    return !staying().isEmpty();
  }

  private List<AddFile> staying() {
    Set<String> removed =
        actions.stream()
            .filter(RemoveFile.class::isInstance)
            .map(action -> ((RemoveFile) action).path())
            .collect(Collectors.toSet());
    return stored().stream().filter(file -> !removed.contains(file.path())).toList();
  }

  /** How many files the table has without this transaction. */
  int files() {
    return stored().size();
  }

  void removeAll() {
    stored().forEach(this::remove);
  }

  /**
   * Takes out the rows whose {@code unit} is one of {@code units}: files that hold such rows are
   * removed, and their other rows come back to be added again. Null when no file holds one.
   */
  KeptRows removeUnits(Dataset<Row> units, Field unit) {
    if (version() < 0) {
      return null;
    }
    List<AddFile> near = FileSpans.near(stored(), units, unit);
    if (near.isEmpty()) {
      return null;
    }
    Set<String> holding = holding(near, units, unit);
    List<AddFile> files = near.stream().filter(one -> holding.contains(fileName(one))).toList();
    if (files.isEmpty()) {
      return null;
    }
    files.forEach(this::remove);
    Dataset<Row> rows = read(files);
    return new KeptRows(
        rows.join(units, KeptRows.isOf(units, rows, unit), "left_anti"), units, unit);
  }

  /** The names of the files that hold a row of one of the units. */
  private Set<String> holding(List<AddFile> files, Dataset<Row> units, Field unit) {
    Dataset<Row> stored = read(files);
    Column file = functions.col("_metadata.file_name").as("file_name");
    return stored
        .select(unit.col(), file)
        .join(units, KeptRows.isOf(units, stored, unit), "left_semi")
        .select("file_name")
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  private static long rows(List<AddFile> files) {
    return files.stream().mapToLong(file -> file.numPhysicalRecords().getOrElse(() -> 0L)).sum();
  }

  boolean isEmpty() {
    return actions.isEmpty();
  }

  /** Makes the write visible, together with the mark by which a second attempt knows it. */
  long commit(String writer, long number, LongConsumer onCommitted) {
    actions.add(new SetTransaction(writer, number, Option.apply(now)));
    long version = transaction.commit(seq(actions), operation());
    onCommitted.accept(version);
    return version;
  }

  /** Null when there are no files. */
  private Dataset<Row> read(List<AddFile> files) {
    if (files.isEmpty()) {
      return null;
    }
    Snapshot snapshot = transaction.snapshot();
    return table.align(
        transaction.deltaLog().createDataFrame(snapshot, seq(files), false, Option.empty()));
  }

  private List<AddFile> stored() {
    transaction.readWholeTable();
    return FewFiles.of(transaction.snapshot());
  }

  private void remove(AddFile file) {
    actions.add(file.removeWithTimestamp(now, /* dataChange */ true));
  }

  private static DeltaOperations.Operation operation() {
    return new DeltaOperations.Write(
        SaveMode.Append,
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  private static String fileName(AddFile file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }

  private static <T> scala.collection.immutable.Seq<T> seq(List<? extends T> list) {
    return CollectionConverters.asScala(List.<T>copyOf(list)).toSeq();
  }

  private static org.apache.spark.sql.classic.SparkSession classic(SparkSession session) {
    return (org.apache.spark.sql.classic.SparkSession) session;
  }
}
