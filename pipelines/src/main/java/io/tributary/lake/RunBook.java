package io.tributary.lake;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.ops.Runs;
import io.tributary.lake.ops.Steps;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** What past runs left in the books. */
public final class RunBook {
  static final String PLANNED = "planned";

  /** Each run adds a file to each book, and to open many costs more than to write one again. */
  private static final int MOST_FILES = 16;

  private final Lakehouse house;
  private final SparkSession session;
  private Seen last = new Seen(-2, Optional.empty());

  public RunBook(Lakehouse house) {
    this.house = house;
    this.session = house.session().newSession();
  }

  /** The last run's entries: its plan and, if it came to an end, how. */
  record LastRun(RunPlan plan, Optional<String> end) {}

  /**
   * What a step did the last time its work was done, and how it stands.
   *
   * @param closed the run in which its gate, or one before it, closed and has not opened since; 0
   *     when it is open
   */
  record LastStep(String signature, Map<String, Long> consumed, long closed) {
    static final LastStep NONE = new LastStep("", Map.of(), 0);

    /** The signature of work on these versions under a configuration, then what else it is of. */
    static String signature(Map<String, Long> consumed, String fingerprint, String more) {
      return consumed + "|" + fingerprint + "|" + more;
    }

    boolean isConfiguredOtherwise(String fingerprint) {
      return !signature.isEmpty() && !signature.split("\\|", -1)[1].equals(fingerprint);
    }
  }

  /** The last run as of a version of the books, so that each version is read once. */
  private record Seen(long version, Optional<LastRun> run) {}

  Optional<LastRun> lastRun() {
    long version = house.version(Runs.TABLE).orElse(-1);
    if (last.version() != version) {
      last = new Seen(version, readLastRun());
    }
    return last.run();
  }

  private Optional<LastRun> readLastRun() {
    // A run has two entries at most, so the last two rows hold all of the last run.
    List<Row> rows =
        house.read(session, Runs.TABLE).orderBy(Runs.RUN.col().desc()).limit(2).collectAsList();
    List<Row> entries = rows.stream().filter(row -> run(row) == run(rows.get(0))).toList();
    Optional<Row> plan = entry(entries, true);
    Optional<String> end = entry(entries, false).map(row -> row.getAs(Runs.EVENT.name()));
    return plan.map(row -> new LastRun(plan(row), end));
  }

  private static long run(Row row) {
    return row.getAs(Runs.RUN.name());
  }

  private static Optional<Row> entry(List<Row> entries, boolean isPlan) {
    return entries.stream()
        .filter(row -> row.getAs(Runs.EVENT.name()).equals(PLANNED) == isPlan)
        .findFirst();
  }

  /** The last completed work of each step, as the books stood when the run was planned. */
  Map<String, LastStep> lastSteps(RunPlan plan) {
    return lastSteps(house.readAt(session, Steps.TABLE, plan.version(Steps.TABLE)));
  }

  private static Map<String, LastStep> lastSteps(Dataset<Row> steps) {
    Column isDone = Steps.STATUS.col().equalTo(StepResult.Status.DONE.name());
    Column isOpen = isDone.or(Steps.STATUS.col().equalTo(StepResult.Status.UNCHANGED.name()));
    Column opened = functions.max(when(isOpen, Runs.RUN.col()).otherwise(lit(0L)));
    Column closed = functions.max(when(isOpen, lit(0L)).otherwise(Runs.RUN.col()));
    Map<String, LastStep> last = new TreeMap<>();
    steps
        .groupBy(Steps.STEP.col())
        .agg(
            functions
                .max_by(
                    functions.struct(Steps.SIGNATURE.col(), Steps.CONSUMED.col()),
                    when(isDone, Runs.RUN.col()))
                .as("last"),
            when(closed.gt(opened), closed).otherwise(lit(0L)).as("closed"))
        .collectAsList()
        .forEach(row -> last.put(row.getString(0), lastStep(row.getStruct(1), row.getLong(2))));
    return last;
  }

  private static LastStep lastStep(Row done, long closed) {
    return done == null
        ? new LastStep("", Map.of(), closed)
        : new LastStep(done.getString(0), done.getJavaMap(1), closed);
  }

  /**
   * By table the oldest version that anybody may still ask for: readers see the published set, and
   * a step compares what it read last with what it finds next.
   */
  Map<String, Long> needed(Collection<String> steps) {
    Map<String, Long> needed = published().oldest();
    Map<String, LastStep> last = lastSteps(house.read(session, Steps.TABLE));
    last.keySet().retainAll(steps);
    last.values()
        .forEach(
            step -> step.consumed().forEach((table, at) -> needed.merge(table, at, Math::min)));
    return needed;
  }

  /** The brands that are held back as of now. */
  Set<String> held(Hold hold) {
    return hold.brands(house, session);
  }

  /** What readers see. */
  PublishedSet published() {
    return PublishedSet.last(house, session);
  }

  /** Enters the event; false when the run has it already. */
  boolean write(RunPlan plan, String event) {
    Row row =
        RowFactory.create(
            plan.number(),
            event,
            java.sql.Date.valueOf(plan.asOf()),
            Timestamp.from(house.clock().instant()),
            plan.selection().toArray(new String[0]),
            plan.files().stream().map(RunBook::row).toArray(Row[]::new),
            plan.versions(),
            plan.copies().isEmpty() ? null : plan.copies());
    return append(Runs.TABLE, plan.number(), event, List.of(row));
  }

  /** Adds rows to the books once for the run, however often it is tried; whether it did now. */
  boolean append(Table table, long run, String purpose, List<Row> rows) {
    if (rows.isEmpty()) {
      return false;
    }
    DeltaTransaction transaction = DeltaTransaction.begin(session, table, house);
    String writer = "books/" + purpose;
    if (transaction.isCommitted(writer, run)) {
      house.moved(table, transaction.version());
      return false;
    }
    Dataset<Row> added = session.createDataFrame(rows, table.schema());
    if (transaction.files() >= MOST_FILES) {
      added = added.union(house.readAt(session, table, transaction.version()));
      transaction.removeAll();
    }
    transaction.add(added.coalesce(1));
    transaction.commit(writer, run, version -> house.moved(table, version));
    return true;
  }

  private static Row row(RunPlan.PlannedFile file) {
    return RowFactory.create(
        file.source(),
        file.path(),
        file.account(),
        java.sql.Date.valueOf(file.delivered()),
        file.bytes(),
        file.modified());
  }

  private static RunPlan plan(Row row) {
    List<RunPlan.PlannedFile> files = new ArrayList<>();
    row.<Row>getList(row.fieldIndex(Runs.FILES.name())).forEach(file -> files.add(file(file)));
    return new RunPlan(
        row.getAs(Runs.RUN.name()),
        row.<java.sql.Date>getAs(Runs.AS_OF.name()).toLocalDate(),
        row.getList(row.fieldIndex(Runs.SELECTION.name())),
        files,
        row.isNullAt(row.fieldIndex(Runs.COPIES.name()))
            ? Map.of()
            : row.getJavaMap(row.fieldIndex(Runs.COPIES.name())),
        row.getJavaMap(row.fieldIndex(Runs.VERSIONS.name())));
  }

  private static RunPlan.PlannedFile file(Row row) {
    LocalDate delivered = row.getDate(3).toLocalDate();
    return new RunPlan.PlannedFile(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        delivered,
        row.getLong(4),
        row.getLong(5));
  }
}
