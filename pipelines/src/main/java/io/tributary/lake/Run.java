package io.tributary.lake;

import io.tributary.lake.ops.Ops;
import io.tributary.lake.ops.Published;
import io.tributary.lake.quality.Scored;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * A night's work: planned in one commit, done step by step, entered in the books, published as one
 * consistent set. Tried again after a death at any moment, it ends as if it had not died.
 */
public final class Run {
  private final Lakehouse house;
  private final RunBook book;
  private final List<Table> tables;
  private final Progress progress;
  private final Hold hold;

  /**
   * A run over all {@code tables} of the lakehouse.
   *
   * @param tables every table that may be read or written, of all layers; the books come along
   */
  public Run(Lakehouse house, List<Table> tables, Progress progress) {
    this(house, tables, progress, null);
  }

  /**
   * A run that may hold brands back.
   *
   * @param hold what tells which; null when none ever is
   */
  public Run(Lakehouse house, List<Table> tables, Progress progress, Hold hold) {
    this.house = house;
    this.hold = hold;
    this.book = new RunBook(house);
    this.tables = Stream.concat(tables.stream(), Ops.TABLES.stream()).distinct().toList();
    this.progress = progress;
  }

  /** The plan of a run that died; it must be finished before a new one is planned. */
  public Optional<RunPlan> unfinished() {
    return book.lastRun().filter(last -> last.end().isEmpty()).map(RunBook.LastRun::plan);
  }

  /** The as-of date of the last run; empty before the first. */
  public Optional<LocalDate> lastAsOf() {
    return book.lastRun().map(last -> last.plan().asOf());
  }

  /** Plans the next run, which reads all of the files. */
  public RunPlan plan(LocalDate asOf, List<Step> steps, List<RunPlan.PlannedFile> files) {
    return plan(asOf, steps, files, Map.of());
  }

  /**
   * Plans the next run; refuses a day before that of the run before.
   *
   * @param copies the hashes, by path, of files whose bytes have landed before
   */
  public RunPlan plan(
      LocalDate asOf,
      List<Step> steps,
      List<RunPlan.PlannedFile> files,
      Map<String, String> copies) {
    Optional<RunBook.LastRun> latest = book.lastRun();
    latest.filter(run -> run.end().isEmpty()).ifPresent(Run::refuseToForget);
    Optional<RunPlan> last = latest.map(RunBook.LastRun::plan);
    last.filter(before -> asOf.isBefore(before.asOf()))
        .ifPresent(
            before -> {
              throw TributaryException.usage(
                  "--as-of "
                      + asOf
                      + " is before "
                      + before.asOf()
                      + ", the day of the last run; the lakehouse cannot forget what came since."
                      + " Replay into another --lakehouse, or use a later day.");
            });
    RunPlan plan =
        new RunPlan(
            last.map(RunPlan::number).orElse(0L) + 1,
            asOf,
            steps.stream().map(Step::name).toList(),
            files,
            new TreeMap<>(copies),
            versions());
    if (!book.write(plan, RunBook.PLANNED)) {
      throw new IllegalStateException(
          "Run " + plan.number() + " was planned by somebody else at the same time");
    }
    progress.reached("planned");
    return plan;
  }

  private static void refuseToForget(RunBook.LastRun died) {
    throw new IllegalStateException(
        "Run " + died.plan().number() + " is unfinished; a new plan would lose what it planned");
  }

  /**
   * Does the steps of the plan, side by side where they do not wait for each other.
   *
   * @param steps all there are, so that a partial run knows what stands still behind a gate
   */
  public RunReport execute(RunPlan plan, List<Step> steps) {
    List<Step> chosen =
        steps.stream().filter(step -> plan.selection().contains(step.name())).toList();
    ScoreBook scoreBook = new ScoreBook(house, plan, steps);
    Map<String, RunBook.LastStep> lastSteps = book.lastSteps(plan);
    Schedule schedule = new Schedule(house, plan, lastSteps, progress);
    List<StepResult> results = schedule.perform(chosen);
    List<Scored> scores = scoreBook.scores(results, schedule.logs());
    RunReport report =
        new RunReport(plan, results, held(steps, chosen, lastSteps), scoreBook.alerts(scores));
    new RunEntries(report, book, progress).enter(schedule.logs(), scores);
    if (report.isPublished()) {
      publish(plan);
    }
    book.write(plan, report.isPublished() ? "published" : "gated");
    progress.reached("finished");
    return report;
  }

  /** What stands still behind a gate that an earlier run closed, and is not tried in this one. */
  private static List<Alert> held(
      List<Step> steps, List<Step> chosen, Map<String, RunBook.LastStep> lastSteps) {
    return steps.stream()
        .filter(step -> !chosen.contains(step))
        .filter(step -> lastSteps.getOrDefault(step.name(), RunBook.LastStep.NONE).closed() > 0)
        .map(
            step ->
                new Alert(
                    step.name(),
                    "is kept back by a gate that closed in run %d, so this run is not published."
                            .formatted(lastSteps.get(step.name()).closed())
                        + " Mend the source or the check, then do a whole night, or choose "
                        + step.name()
                        + " and all that is kept back with it."))
        .toList();
  }

  private Map<String, Long> versions() {
    Map<String, Long> versions = new TreeMap<>();
    tables.parallelStream()
        .forEach(
            table -> {
              long version = house.version(table).orElse(-1);
              if (version >= 0) {
                synchronized (versions) {
                  versions.put(table.qualifiedName(), version);
                }
              }
            });
    return versions;
  }

  private void publish(RunPlan plan) {
    Set<String> brands = hold == null ? Set.of() : book.held(hold);
    PublishedSet before = brands.isEmpty() ? PublishedSet.NONE : book.published();
    List<Row> rows =
        tables.stream()
            .filter(table -> table.layer() != Layer.OPS && house.version(table).isPresent())
            .map(table -> before.next(plan, table, house.version(table).getAsLong(), brands))
            .toList();
    book.append(Published.TABLE, plan.number(), "published", rows);
    progress.reached("published");
  }
}
