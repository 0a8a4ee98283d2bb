package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Console.Style;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.Audit;
import io.tributary.jobs.night.Chronicle;
import io.tributary.jobs.night.Dictionary;
import io.tributary.jobs.night.Scorecards;
import io.tributary.jobs.night.Workspace;
import io.tributary.jobs.settings.Owners;
import io.tributary.lake.Catalog;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import io.tributary.lake.quality.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Every declared rule measured anew. */
@Command(
    name = "check",
    description = {
      "Measures the tables, as last published, against every rule they are declared with: keys,"
          + " required columns, checks. Exit code 3 when a rule is broken that stops a table.",
      "",
      "Without a TABLE it tells, too, what the last run set aside, and why.",
      "",
      "Beside it stand each table's last quality score, the newest delivery in it, why points were"
          + " lost and what is out of line with its history; for tables named, their history.",
      "",
      "Example: tributary check gold.customer_master"
    })
final class CheckTables implements Callable<Integer> {
  private static final int REASONS_SHOWN = 20;

  @ParentCommand private Tributary tributary;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..*",
      description = "The tables to check; all that were ever written if none is named.")
  private List<String> names = List.of();

  @Override
  public Integer call() {
    Console console = tributary.console();
    try (Workspace workspace = tributary.open()) {
      List<Audit> audits = audits(workspace);
      Scorecards scorecards = Scorecards.of(workspace.house());
      TerminalTable.print(overview(audits, scorecards), console);
      audits.forEach(audit -> broken(audit, console));
      audits.forEach(audit -> scored(audit.table(), scorecards, console));
      if (names.isEmpty()) {
        setAside(new Chronicle(workspace.house()).quarantine(), console);
      } else {
        audits.forEach(audit -> history(audit.table(), scorecards, console));
      }
      boolean isFailed = audits.stream().anyMatch(Audit::isFailed);
      return isFailed ? TributaryException.Kind.GATE.exitCode() : 0;
    }
  }

  private List<Audit> audits(Workspace workspace) {
    Lakehouse house = workspace.house();
    Catalog catalog = new Catalog(house, house.session());
    return tables(workspace).stream()
        .filter(table -> !names.isEmpty() || catalog.version(table).isPresent())
        .map(table -> Audit.of(table, catalog::read))
        .toList();
  }

  private List<Table> tables(Workspace workspace) {
    Dictionary dictionary =
        Dictionary.of(workspace.steps(), Owners.read(workspace.settings().owners()));
    return names.isEmpty()
        ? dictionary.entries().stream().map(Dictionary.Entry::table).toList()
        : names.stream().map(name -> dictionary.entry(name).table()).toList();
  }

  private static Grid overview(List<Audit> audits, Scorecards scorecards) {
    Grid.Builder grid =
        Grid.of(
            Column.text("table"),
            Column.number("rows"),
            Column.number("rules"),
            Column.number("broken"),
            Column.number("score"),
            Column.text("delivered"));
    for (Audit audit : audits) {
      long broken = audit.findings().stream().filter(Audit.Finding::isBroken).count();
      Optional<Scored> score = scorecards.latest(audit.table());
      grid.row(
          audit.table(),
          Figures.whole(audit.rows()),
          audit.findings().size(),
          broken,
          score.map(last -> last.score().total()).orElse(null),
          score.map(Scored::delivered).orElse(null));
    }
    return grid.grid();
  }

  /** Why the last score is below 100, and what is out of line. */
  private static void scored(Table table, Scorecards scorecards, Console console) {
    scorecards
        .latest(table)
        .ifPresent(
            last -> {
              Style style = last.isLow() ? Style.WARNING : Style.FAINT;
              String when = " on %s (%s)".formatted(last.asOf(), word(last));
              if (!last.score().lost().isEmpty()) {
                console.say(console.styled(style, table + when + ": " + last.score().words()));
              }
              last.anomalies()
                  .forEach(
                      words ->
                          console.say(console.styled(Style.WARNING, table + when + ": " + words)));
            });
  }

  private static void setAside(Grid reasons, Console console) {
    console.say("");
    List<List<String>> rows = new ArrayList<>();
    reasons.rows().forEach(rows::add);
    if (rows.isEmpty()) {
      console.say(console.styled(Style.FAINT, "The last run set no record aside."));
      return;
    }
    int shown = Math.min(rows.size(), REASONS_SHOWN);
    TerminalTable.print(new Grid(reasons.columns(), rows.subList(0, shown)), console);
    if (shown < rows.size()) {
      console.say("and %d more in ops.quarantine".formatted(rows.size() - shown));
    }
  }

  private static String word(Scored scored) {
    return scored.outcome().name().toLowerCase(Locale.ROOT);
  }

  private static void history(Table table, Scorecards scorecards, Console console) {
    Grid history = scorecards.history(table);
    if (history.rows().iterator().hasNext()) {
      console.say("");
      TerminalTable.print(history, console);
    }
  }

  private static void broken(Audit audit, Console console) {
    for (Audit.Finding finding : audit.findings()) {
      if (finding.isBroken()) {
        boolean isFailure = finding.check().level() == io.tributary.lake.Check.Level.FAIL;
        console.say(
            console.styled(
                isFailure ? Style.BAD : Style.WARNING,
                "%s: %s of %s break '%s' (%s)"
                    .formatted(
                        audit.table(),
                        Figures.whole(finding.violations()),
                        Figures.count(audit.rows(), "row"),
                        finding.check().name(),
                        finding.check().condition())));
      }
    }
  }
}
