package io.tributary.jobs.night;

import io.tributary.gold.Gold;
import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Console.Style;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.lake.Alert;
import io.tributary.lake.FileOutcome;
import io.tributary.lake.FileOutcome.Counts;
import io.tributary.lake.RunReport;
import io.tributary.lake.StepResult.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run's last words: what became of every record, what was written, what to look at next. */
public final class Summary {
  private static final int ALERTS_SHOWN = 5;
  private static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  private final RunReport report;
  private final Console console;
  private final String landing;

  private Summary(RunReport report, Workspace workspace) {
    this.report = report;
    this.console = workspace.surroundings().console();
    this.landing = workspace.house().storage().absolute(workspace.settings().landing()) + "/";
  }

  public static void print(Night.Outcome night, double seconds, Workspace workspace) {
    RunReport report = night.report();
    Summary summary = new Summary(report, workspace);
    summary.outcome(seconds);
    summary.records();
    summary.tables();
    summary.alerts();
    night
        .deliveries()
        .passedOver()
        .ifPresent(words -> summary.console.say(summary.console.styled(Style.WARNING, words)));
    summary.headlines(workspace);
    summary.whereNext();
  }

  /** Gold that this run did not do is of another day, so it says nothing of this one. */
  private void headlines(Workspace workspace) {
    if (report.isOf(Gold.TABLES)) {
      LocalDate asOf = report.plan().asOf();
      new HeadlineLines(Headlines.of(workspace.house(), asOf), console)
          .print(asOf, workspace.settings().currency());
    }
  }

  private void outcome(double seconds) {
    boolean isQuiet = report.plan().files().isEmpty() && report.tablesWritten() == 0;
    String word =
        !report.isPublished()
            ? console.styled(Style.BAD, "was kept back by a data gate")
            : isQuiet
                ? "found nothing new; every table stands as it was"
                : console.styled(Style.GOOD, "is published");
    console.say("");
    console.say(
        "Run %d, as of %s, %s. It took %s."
            .formatted(
                report.plan().number(), report.plan().asOf(), word, Figures.duration(seconds)));
  }

  private void records() {
    Map<String, Counts> bySource =
        report.results().stream()
            .flatMap(result -> result.files().stream())
            .collect(
                Collectors.toMap(
                    FileOutcome::source, FileOutcome::counts, Counts::plus, TreeMap::new));
    if (bySource.isEmpty()) {
      return;
    }
    Grid.Builder grid =
        Grid.of(
            Column.text("records"),
            Column.number("landed"),
            Column.number("accepted"),
            Column.number("duplicate"),
            Column.number("superseded"),
            Column.number("quarantined"));
    bySource.forEach((source, counts) -> row(grid, source, counts));
    row(grid, "all sources", bySource.values().stream().reduce(NONE, Counts::plus));
    console.say("");
    TerminalTable.print(grid.grid(), console);
  }

  private static void row(Grid.Builder grid, String source, Counts counts) {
    grid.row(
        source,
        Figures.whole(counts.landed()),
        Figures.whole(counts.accepted()),
        Figures.whole(counts.duplicate()),
        Figures.whole(counts.superseded()),
        Figures.whole(counts.quarantined()));
  }

  private void tables() {
    long rows =
        report.results().stream()
            .flatMap(result -> result.written().values().stream())
            .mapToLong(Long::longValue)
            .sum();
    long unchanged =
        report.results().stream().filter(result -> result.status() == Status.UNCHANGED).count();
    console.say("");
    console.say(
        "%s written with %s; %s unchanged."
            .formatted(
                Figures.count(report.tablesWritten(), "table"),
                Figures.count(rows, "row"),
                Figures.count(unchanged, "step")));
  }

  private void alerts() {
    List<Alert> alerts = report.alerts();
    String count = alerts.isEmpty() ? "No alerts." : Figures.count(alerts.size(), "alert") + ":";
    console.say(console.styled(alerts.isEmpty() ? Style.FAINT : Style.WARNING, count));
    alerts.stream()
        .limit(ALERTS_SHOWN)
        .map(alert -> alert.subject() + ": " + alert.message())
        // Paths are read more easily from the landing folder on.
        .forEach(words -> console.say("  " + words.replace(landing, "")));
    if (alerts.size() > ALERTS_SHOWN) {
      console.say("  and %d more in ops.alerts".formatted(alerts.size() - ALERTS_SHOWN));
    }
  }

  private void whereNext() {
    console.say("");
    console.say(console.styled(Style.STRONG, "Where to look next"));
    next("status", "the last runs, every table's version, open alerts");
    next("tables gold.customer_master", "what a table's columns mean");
    next("sql \"select * from gold.daily_kpis order by activity_date desc limit 10\"", "");
    if (report.records().quarantined() > 0) {
      next(
          "sql \"select source, reason, count(*) from ops.quarantine group by all\"",
          "why records were set aside");
    }
    if (!report.isPublished()) {
      next("check", "which rules are broken, and by how many rows");
    }
  }

  private void next(String command, String why) {
    String line = "  scripts/tributary " + command;
    console.say(
        why.isEmpty() ? line : "%-48s  %s".formatted(line, console.styled(Style.FAINT, why)));
  }
}
