package io.tributary.lake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One step's hold on the lakehouse: what it may read, and the only way to write. */
public final class Lake {
  private final Lakehouse house;
  private final SparkSession session;
  private final RunPlan plan;
  private final Step step;
  private final StepLog log;
  private final Map<Table, Runnable> writes = new LinkedHashMap<>();

  Lake(Lakehouse house, RunPlan plan, Step step, StepLog log) {
    this.house = house;
    this.session = house.session().newSession();
    this.plan = plan;
    this.step = step;
    this.log = log;
    SparkSession.setActiveSession(session);
    session.sparkContext().setJobDescription(step.name());
  }

  public LocalDate asOf() {
    return plan.asOf();
  }

  public long run() {
    return plan.number();
  }

  /** The landing files of a source that this run was planned to read. */
  public List<RunPlan.PlannedFile> files(String source) {
    return plan.files(source).stream().filter(file -> !plan.isCopy(file)).toList();
  }

  /** The landing files of a source whose bytes have landed before, with their hashes. */
  public Map<RunPlan.PlannedFile, String> copies(String source) {
    Map<RunPlan.PlannedFile, String> copies = new LinkedHashMap<>();
    plan.files(source).stream()
        .filter(plan::isCopy)
        .forEach(file -> copies.put(file, plan.copies().get(file.path())));
    return copies;
  }

  public Storage storage() {
    return house.storage();
  }

  /** The session of this step alone; its settings and views reach no other step. */
  public SparkSession session() {
    return session;
  }

  /** The table as it stands now. */
  public Dataset<Row> read(Table table) {
    requireRead(table);
    return house.read(session, table);
  }

  /** The table as it stood when the run was planned: the state a second attempt starts from too. */
  public Dataset<Row> before(Table table) {
    if (!step.writes().contains(table)) {
      requireRead(table);
    }
    return house.readAt(session, table, plan.version(table));
  }

  /** Whether the table held anything when the run was planned. */
  public boolean existedBefore(Table table) {
    return plan.version(table) >= 0;
  }

  /** Whether the table was written since this step last read it; true the first time. */
  public boolean isChanged(Table table) {
    return consumed(table) != house.version(table).orElse(-1);
  }

  /** Whether this step has read the table in an earlier run. */
  public boolean hasConsumed(Table table) {
    return consumed(table) >= 0;
  }

  /**
   * The rows that were added to the table or taken from it since this step last read it; all rows
   * the first time. A row that was only rewritten is not among them.
   */
  public Dataset<Row> changes(Table table) {
    OptionalLong now = house.version(table);
    long then = consumed(table);
    if (now.isEmpty() || then < 0) {
      return house.read(session, table);
    }
    if (then == now.getAsLong()) {
      return rows(table, List.of());
    }
    return new DeltaDifference(house, session, table).between(then, now.getAsLong());
  }

  /** The values of some fields in {@link #changes}, each once, which costs less than the rows. */
  public Dataset<Row> changedKeys(Table table, Field... key) {
    return keys(table, DeltaDifference::keysBetween, key);
  }

  /**
   * The same, and of a large table maybe those of rows that gave their place to equal ones, which
   * costs less again.
   */
  public Dataset<Row> touchedKeys(Table table, Field... key) {
    return keys(table, DeltaDifference::keysTouchedBetween, key);
  }

  /** Finds keys between two versions. */
  private interface Keys {
    Dataset<Row> between(DeltaDifference difference, long then, long now, Field... key);
  }

  private Dataset<Row> keys(Table table, Keys keys, Field... key) {
    OptionalLong now = house.version(table);
    long then = consumed(table);
    if (now.isEmpty() || then < 0 || then == now.getAsLong()) {
      return changes(table).select(Field.columns(key)).distinct();
    }
    DeltaDifference difference = new DeltaDifference(house, session, table);
    return keys.between(difference, then, now.getAsLong(), key);
  }

  /**
   * The rows of what was written to the table since this step last read it: all that were added,
   * and some that only came again; all rows the first time.
   */
  public Dataset<Row> written(Table table) {
    OptionalLong now = house.version(table);
    long then = consumed(table);
    if (now.isEmpty() || then < 0) {
      return house.read(session, table);
    }
    return new DeltaDifference(house, session, table).written(then, now.getAsLong());
  }

  /**
   * Whether this step has not seen all that the table held when the run was planned: it is new, was
   * left out of a run, or its gate closed.
   */
  public boolean isBehind(Table table) {
    return existedBefore(table) && consumed(table) != plan.version(table);
  }

  /** Whether this step was last done under another configuration. */
  public boolean isReconfigured() {
    return log.isReconfigured();
  }

  /** The table as this step last read it; no rows when it never did. */
  public Dataset<Row> lastRead(Table table) {
    return house.readAt(session, table, consumed(table));
  }

  /** Replaces the whole table. Writes are judged at once and committed when the step is done. */
  public void overwrite(Table table, Dataset<Row> rows) {
    writes.put(table, writer(table).overwrite(rows));
  }

  public void append(Table table, Dataset<Row> rows) {
    writes.put(table, writer(table).append(rows));
  }

  /** Replaces the rows whose {@code unit} is one of {@code units}, a dataset of that column. */
  public void replace(Table table, Dataset<Row> rows, Dataset<Row> units, Field unit) {
    writes.put(table, writer(table).replace(rows, units, unit));
  }

  /** A small dataset made on the driver, in the shape of a table. */
  public Dataset<Row> rows(Table table, List<Row> rows) {
    return DriverRows.of(rows, table.schema(), session);
  }

  /** Something the operator must know of; the message carries no personal data. */
  public void alert(String subject, String message) {
    log.alert(subject, message);
  }

  /**
   * Looks for what rows of a table name in others: where all of them stand, which may be long after
   * the rows were written.
   */
  public void checkReferences(Table table, Dataset<Row> rows) {
    requireRead(table);
    for (Reference reference : table.references()) {
      log.checked(table, reference.finding(rows, read(reference.to())));
    }
  }

  /** What became of the records of one landing file. */
  public void account(FileOutcome outcome) {
    log.account(outcome);
  }

  /** Commits the step's writes, once all of them passed their gates. */
  void commit() {
    writes.values().forEach(Runnable::run);
  }

  private void requireRead(Table table) {
    if (!step.reads().contains(table) && table.layer() != Layer.OPS) {
      throw new IllegalStateException(step.name() + " reads " + table + " without declaring it");
    }
  }

  private long consumed(Table table) {
    requireRead(table);
    Map<String, Long> last = log.consumedBefore();
    return last.getOrDefault(table.qualifiedName(), -1L);
  }

  private TableWriter writer(Table table) {
    if (!step.writes().contains(table)) {
      throw new IllegalStateException(step.name() + " writes " + table + " without declaring it");
    }
    if (writes.containsKey(table)) {
      throw new IllegalStateException(step.name() + " writes " + table + " twice in one run");
    }
    return new TableWriter(house, session, table, new TableWriter.Mark(step.name(), run()), log);
  }
}
