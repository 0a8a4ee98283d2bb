package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Console.Style;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.console.Json;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.Chronicle;
import io.tributary.jobs.night.Deliveries;
import io.tributary.jobs.night.Scorecards;
import io.tributary.jobs.night.Workspace;
import io.tributary.lake.Lease;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** How the lakehouse stands. */
@Command(
    name = "status",
    description = {
      "Shows who holds the lock, the files that wait for the next run, the last runs, every table's"
          + " version and quality score, and what the last run set aside and had to tell.",
      "",
      "Example: tributary status --json"
    })
final class Status implements Callable<Integer> {
  private static final int RUNS_SHOWN = 10;

  @ParentCommand private Tributary tributary;

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean isJson;

  @Override
  public Integer call() {
    Console console = tributary.console();
    try (Workspace workspace = tributary.open()) {
      List<Json.Named> all = parts(workspace);
      if (isJson) {
        Json.print(all, console.out());
      } else {
        console.say("Lakehouse " + workspace.house().root());
        all.forEach(part -> show(part, console));
      }
      return 0;
    }
  }

  private List<Json.Named> parts(Workspace workspace) {
    Chronicle chronicle = new Chronicle(workspace.house());
    Deliveries deliveries = Deliveries.of(workspace.settings(), workspace.house());
    return List.of(
        new Json.Named("lock", lock(workspace)),
        new Json.Named("waiting_files", deliveries.waiting(workspace)),
        new Json.Named("unmatched_files", unmatched(deliveries.unmatched())),
        new Json.Named("runs", chronicle.runs(RUNS_SHOWN)),
        new Json.Named("tables", chronicle.tables(workspace.tables())),
        new Json.Named("quality", quality(Scorecards.of(workspace.house()))),
        new Json.Named("quarantine", chronicle.quarantine()),
        new Json.Named("alerts", chronicle.alerts()));
  }

  /** Each file for whoever reads the JSON; their number and the first on the terminal. */
  private Grid unmatched(List<String> files) {
    if (isJson) {
      Grid.Builder each = Grid.of(Column.text("file"));
      files.forEach(each::row);
      return each.grid();
    }
    Grid.Builder overview = Grid.of(Column.number("unmatched_files"), Column.text("first"));
    files.stream().findFirst().ifPresent(first -> overview.row(files.size(), first));
    return overview.grid();
  }

  /** Words are for whoever reads the JSON; the terminal has {@code check} for them. */
  private Grid quality(Scorecards scorecards) {
    return isJson ? scorecards.detail() : scorecards.overview();
  }

  private static Grid lock(Workspace workspace) {
    Grid.Builder grid = Grid.of(Column.text("held_by"));
    Lease.heldBy(workspace.house()).ifPresent(grid::row);
    return grid.grid();
  }

  private static void show(Json.Named part, Console console) {
    console.say("");
    if (part.grid().rows().iterator().hasNext()) {
      TerminalTable.print(part.grid(), console);
    } else {
      console.say(console.styled(Style.FAINT, "No " + part.name().replace('_', ' ') + "."));
    }
  }
}
