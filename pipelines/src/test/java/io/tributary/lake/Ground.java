package io.tributary.lake;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.lake.ops.Alerts;
import io.tributary.lake.ops.Runs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lakehouse in a folder for one test; each night comes to it as a process of its own would. */
final class Ground {
  static final LocalDate DAY = LocalDate.parse("2026-01-01");

  private final Path folder;
  private final List<Table> tables;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:00:00Z"));

  private final Map<String, Map<String, Long>> read = new HashMap<>();
  private long number;

  Ground(Path folder, Table... tables) {
    this.folder = folder;
    this.tables = List.of(tables);
  }

  Lakehouse house() {
    return new Lakehouse(
        TestSpark.session(), folder + "/lake house", folder + "/restricted", clock);
  }

  /** Lets time go by. */
  void passes(Duration time) {
    clock.pass(time);
  }

  Run run(Progress progress) {
    return new Run(house(), tables, progress);
  }

  /** Plans and does a run that nothing disturbs. */
  RunReport night(LocalDate asOf, Step... steps) {
    return night(asOf, List.of(), steps);
  }

  RunReport night(LocalDate asOf, List<RunPlan.PlannedFile> files, Step... steps) {
    clock.pass(Duration.ofHours(24));
    Run run = run(Progress.SILENT);
    return run.execute(run.plan(asOf, List.of(steps), files), List.of(steps));
  }

  /** A run of some of the steps there are. */
  RunReport partialNight(List<Step> chosen, Step... all) {
    clock.pass(Duration.ofHours(24));
    Run run = run(Progress.SILENT);
    return run.execute(run.plan(DAY, chosen, List.of()), List.of(all));
  }

  RunReport night(Step... steps) {
    return night(DAY, steps);
  }

  /** A step's work without a run around it; the step remembers what it read the last time. */
  StepLog does(Step step) {
    number++;
    Lakehouse house = house();
    Map<String, Long> consumed = new TreeMap<>();
    step.reads()
        .forEach(table -> house.version(table).ifPresent(now -> consumed.put("" + table, now)));
    Map<String, Long> standing = new TreeMap<>();
    step.writes()
        .forEach(table -> house.version(table).ifPresent(now -> standing.put("" + table, now)));
    RunPlan plan = new RunPlan(number, DAY, List.of(step.name()), List.of(), Map.of(), standing);
    StepLog log =
        new StepLog(
            step,
            new RunBook.LastStep("", read.getOrDefault(step.name(), Map.of()), 0),
            Progress.SILENT);
    Lake lake = new Lake(house, plan, step, log);
    step.work().on(lake);
    lake.commit();
    read.put(step.name(), consumed);
    return log;
  }

  StepLog does(Table table, Step.Work work) {
    return does(Step.making(table, work));
  }

  /** The table's rows as sorted lines. */
  List<String> rows(Table table) {
    Lakehouse house = house();
    return Rows.of(house.read(house.session(), table));
  }

  Map<String, List<String>> rows() {
    return byName(this::rows);
  }

  OptionalLong version(Table table) {
    return house().version(table);
  }

  Map<String, OptionalLong> versions() {
    return byName(this::version);
  }

  private <T> Map<String, T> byName(Function<Table, T> of) {
    return tables.stream()
        .collect(Collectors.toMap(Table::qualifiedName, of, (one, same) -> one, TreeMap::new));
  }

  /** The messages of a run's alerts as the books have them. */
  List<String> alerts(long run) {
    Lakehouse house = house();
    Dataset<Row> alerts =
        house.read(house.session(), Alerts.TABLE).where(Runs.RUN.col().equalTo(run));
    return Rows.of(alerts.select(Alerts.SUBJECT.col(), Alerts.MESSAGE.col()));
  }

  static Map<String, StepResult.Status> statuses(RunReport report) {
    return report.results().stream()
        .collect(
            Collectors.toMap(
                result -> result.step().name(),
                StepResult::status,
                (one, same) -> one,
                TreeMap::new));
  }
}
