package io.tributary.jobs.night;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.StepLines;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Lease;
import io.tributary.lake.Run;
import io.tributary.lake.RunPlan;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.RunReport;
import io.tributary.lake.Step;
import io.tributary.lake.TributaryException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A run from taking the lock to its report: what died before is finished first. */
public final class Night {
  private final Workspace workspace;
  private final Lakehouse house;
  private final Console console;
  private final Run run;

  public Night(Workspace workspace) {
    this.workspace = workspace;
    this.house = workspace.house();
    this.console = workspace.surroundings().console();
    this.run =
        new Run(
            house,
            workspace.tables(),
            new StepLines(console),
            Pipelines.hold(workspace.settings()));
  }

  /** How a night went, and what lay in the landing folder when it began. */
  public record Outcome(RunReport report, Deliveries deliveries) {}

  /** Lands what is new and does the chosen steps. */
  public Outcome perform(Selection selection) {
    workspace.requireReadiness();
    Lease lease = Lease.take(house);
    try {
      finishTheUnfinished();
      List<Step> all = workspace.steps();
      List<Step> steps = selection.of(all);
      Deliveries deliveries = Deliveries.of(workspace.settings(), house);
      LocalDate asOf = asOf(deliveries);
      List<PlannedFile> files = deliveries.awaiting(asOf, steps, house);
      announce(asOf, files, steps);
      Map<String, String> copies =
          new CopiedFiles(workspace.settings().sources(), house).among(files, steps);
      copies.forEach((path, hash) -> console.say("Landed before, and not read again: " + path));
      return new Outcome(run.execute(run.plan(asOf, steps, files, copies), all), deliveries);
    } finally {
      lease.close();
    }
  }

  /** Does one step that is no part of the night, such as an entry in the books of finance. */
  public RunReport perform(Step step) {
    Lease lease = Lease.take(house);
    try {
      finishTheUnfinished();
      List<Step> steps = List.of(step);
      LocalDate asOf =
          run.lastAsOf().orElseGet(() -> asOf(Deliveries.of(workspace.settings(), house)));
      List<Step> all = Stream.concat(steps.stream(), workspace.steps().stream()).toList();
      return run.execute(run.plan(asOf, steps, List.of()), all);
    } finally {
      lease.close();
    }
  }

  private void finishTheUnfinished() {
    Optional<RunPlan> unfinished = run.unfinished();
    if (unfinished.isEmpty()) {
      return;
    }
    RunPlan plan = unfinished.get();
    workspace.requireReadiness();
    console.say(
        "Run %d, as of %s, did not come to its end. Finishing it first, as it was planned: %s, %s."
            .formatted(
                plan.number(),
                plan.asOf(),
                Figures.count(plan.files().size(), "file"),
                Figures.count(plan.selection().size(), "step")));
    RunReport report = run.execute(plan, workspace.steps());
    console.say(
        "Run %d is %s."
            .formatted(
                plan.number(), report.isPublished() ? "published" : "kept back by a data gate"));
  }

  private void announce(LocalDate asOf, List<PlannedFile> files, List<Step> steps) {
    long sources = files.stream().map(PlannedFile::source).distinct().count();
    String landing =
        files.isEmpty()
            ? "no new files"
            : Figures.count(files.size(), "new file")
                + " of "
                + Figures.count(sources, "source")
                + ", "
                + Figures.bytes(files.stream().mapToLong(PlannedFile::bytes).sum());
    console.say("As of %s: %s; %s.".formatted(asOf, landing, Figures.count(steps.size(), "step")));
  }

  private LocalDate asOf(Deliveries deliveries) {
    return workspace.dayWanted().orElseGet(() -> latest(deliveries));
  }

  private LocalDate latest(Deliveries deliveries) {
    // Landing folders are cleared at times; the lakehouse remembers the day it has reached.
    Optional<LocalDate> reached = run.lastAsOf();
    LocalDate tomorrow = workspace.today().plusDays(1);
    deliveries.misdated(tomorrow, reached).ifPresent(file -> refuse(file, tomorrow));
    return Stream.of(deliveries.newest(), reached)
        .flatMap(Optional::stream)
        .max(LocalDate::compareTo)
        .orElseThrow(() -> nothingLanded(deliveries));
  }

  /** A day once taken for today cannot be taken back. */
  private static void refuse(PlannedFile file, LocalDate tomorrow) {
    throw TributaryException.usage(
        "%s is dated %s, which is after tomorrow, %s, and more than a week after any delivery before"
                .formatted(file.path(), file.delivered(), tomorrow)
            + " it. Correct its date or take it away; or give --as-of with the day to take for"
            + " today.");
  }

  private TributaryException nothingLanded(Deliveries deliveries) {
    return TributaryException.usage(
        "Nothing has landed in %s for any of %s, so the newest delivery has no date."
                .formatted(
                    workspace.settings().landing(),
                    Figures.count(workspace.settings().sources().size(), "source"))
            + " Check 'landing' and each source's 'files' in %s, or give --as-of."
                .formatted(workspace.settings().file())
            + deliveries.passedOver().map(words -> " " + words).orElse(""));
  }
}
