package io.tributary.lake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
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
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One write to one Delta table that is judged after its files are written and before it is
 * committed, and that a second attempt under the same number finds done. The only class that knows
 * Delta's transaction protocol from the inside: its public writers commit without asking.
 */
final class DeltaTransaction {
  private final SparkSession session;
  private final Table table;
  private final OptimisticTransaction transaction;
  private final long now;
  private final List<Action> actions = new ArrayList<>();
  private final Set<AddFile> gone = new HashSet<>();
  private final DeltaDeclaration declaration;
  private final boolean isRedeclared;

  private DeltaTransaction(
      SparkSession session, Table table, OptimisticTransaction transaction, long now) {
    this.session = session;
    this.table = table;
    this.transaction = transaction;
    this.now = now;
    declaration = new DeltaDeclaration(table, transaction);
    isRedeclared = declaration.declare(now);
  }

  static DeltaTransaction begin(SparkSession session, Table table, Lakehouse house) {
    SparkSession.setActiveSession(session);
    DeltaLog log = DeltaLog.forTable(classic(session), new Path(house.path(table)));
    OptimisticTransaction transaction = log.startTransaction(Option.empty(), start(log, house));
    return new DeltaTransaction(session, table, transaction, house.clock().millis());
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
      declaration.requireTypesOfStanding();
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
  Dataset<Row> read(Added added) {
    String root = transaction.deltaLog().dataPath().toString();
    String[] paths =
        added.files().stream().map(file -> root + "/" + file.path()).toArray(String[]::new);
    return paths.length == 0
        ? session.createDataFrame(List.<Row>of(), table.schema())
        : session.read().schema(table.schema()).parquet(paths);
  }

  /**
   * The rows of the files that were there before and stay, as far as they may share a value of a
   * field with others; those among them that are struck out in this transaction. Null when there
   * are none.
   */
  Dataset<Row> standingNear(Dataset<Row> others, Field field) {
    return read(FileSpans.near(staying(), others, field));
  }

  /** Whether files that were there before stay. */
  boolean hasStaying() {
    return !staying().isEmpty();
  }

  /** With the rows that are struck out of them in this transaction. */
  private List<AddFile> staying() {
    return stored().stream().filter(file -> !gone.contains(file)).toList();
  }

  /** How many files the table has without this transaction. */
  int files() {
    return stored().size();
  }

  void removeAll() {
    stored().forEach(this::remove);
  }

  /**
   * Takes out the rows whose {@code unit} is one of {@code units}, and tells of the others that
   * must be added again with the files that held such rows. Null when no file holds one.
   */
  KeptRows removeUnits(Dataset<Row> units, Field unit) {
    List<AddFile> near = version() < 0 ? List.of() : FileSpans.near(stored(), units, unit);
    if (near.isEmpty()) {
      return null;
    }
    boolean mayStrike =
        FewFiles.isReadable(transaction.snapshot())
            && (!isRedeclared || declaration.areDeletionVectorsEnabled());
    UnitRemoval removal = UnitRemoval.of(near, read(near), units, unit, mayStrike);
    if (removal.isNothing()) {
      return null;
    }
    removal.rewritten().forEach(this::remove);
    if (!removal.struck().isEmpty()) {
      strike(removal.struck());
    }
    return KeptRows.of(read(removal.rewritten()), units, unit);
  }

  private void strike(Map<AddFile, List<Long>> rows) {
    declaration.enableDeletionVectors(now);
    new DeletionVectors(transaction.deltaLog())
        .strike(rows)
        .forEach(
            (file, struck) -> {
              actions.add(file.removeWithTimestamp(now, /* dataChange */ true));
              actions.add(struck);
            });
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
    return files.isEmpty()
        ? null
        : table.align(FewFiles.rows(session, transaction.snapshot(), files));
  }

  private List<AddFile> stored() {
    transaction.readWholeTable();
    return FewFiles.of(transaction.snapshot());
  }

  private void remove(AddFile file) {
    gone.add(file);
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

  private static <T> scala.collection.immutable.Seq<T> seq(List<? extends T> list) {
    return CollectionConverters.asScala(List.<T>copyOf(list)).toSeq();
  }

  private static org.apache.spark.sql.classic.SparkSession classic(SparkSession session) {
    return (org.apache.spark.sql.classic.SparkSession) session;
  }
}
