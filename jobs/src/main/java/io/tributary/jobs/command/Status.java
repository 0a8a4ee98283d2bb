package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Console.Style;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.console.Json;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.Chronicle;
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
      "Shows the last runs, every table's version and quality score, the last run's alerts and who"
          + " holds the lock.",
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
      Chronicle chronicle = new Chronicle(workspace.house());
      List<Json.Named> all =
          List.of(
              new Json.Named("lock", lock(workspace)),
              new Json.Named("runs", chronicle.runs(RUNS_SHOWN)),
              new Json.Named("tables", chronicle.tables(workspace.tables())),
              new Json.Named("quality", quality(Scorecards.of(workspace.house()))),
              new Json.Named("alerts", chronicle.alerts()));
      if (isJson) {
        Json.print(all, console.out());
      } else {
        console.say("Lakehouse " + workspace.house().root());
        all.forEach(part -> show(part, console));
      }
      return 0;
    }
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
      console.say(console.styled(Style.FAINT, "No " + part.name() + "."));
    }
  }
}
