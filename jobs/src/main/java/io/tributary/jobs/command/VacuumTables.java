package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.Pipelines;
import io.tributary.jobs.night.Workspace;
import io.tributary.lake.Lease;
import io.tributary.lake.Step;
import io.tributary.lake.TributaryException;
import io.tributary.lake.Vacuum;
import io.tributary.lake.Vacuum.Freed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Removes what no table needs any more. */
@Command(
    name = "vacuum",
    description = {
      "Removes the data files that have been out of use for so many days. Until then every version"
          + " of those days can be read; the published one always stays.",
      "",
      "Example: tributary vacuum --keep-days 30"
    })
final class VacuumTables implements Callable<Integer> {
  private static final int SHORTEST = 1;

  @ParentCommand private Tributary tributary;

  @Option(
      names = "--keep-days",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "How long files stay that are out of use, at least 1; 7 if not given.")
  private int days;

  @Override
  public Integer call() {
    if (days < SHORTEST) {
      throw TributaryException.usage(
          "--keep-days: %d is too few; whoever reads a table now would lose its files."
              .formatted(days));
    }
    Console console = tributary.console();
    try (Workspace workspace = tributary.open()) {
      List<Freed> freed = freed(workspace);
      if (!freed.isEmpty()) {
        TerminalTable.print(grid(freed), console);
      }
      console.say(
          "%s removed, %s."
              .formatted(
                  Figures.count(freed.stream().mapToLong(Freed::files).sum(), "file"),
                  Figures.bytes(freed.stream().mapToLong(Freed::bytes).sum())));
      return 0;
    }
  }

  /** What was removed, of the tables of which anything was. */
  private List<Freed> freed(Workspace workspace) {
    List<Step> steps = workspace.steps();
    Lease lease = Lease.take(workspace.house());
    try {
      Vacuum vacuum = Vacuum.of(workspace.house(), steps.stream().map(Step::name).toList());
      return Pipelines.tables(steps).stream()
          .map(table -> vacuum.free(table, Duration.ofDays(days)))
          .filter(table -> table.files() > 0)
          .toList();
    } finally {
      lease.close();
    }
  }

  private static Grid grid(List<Freed> freed) {
    Grid.Builder grid =
        Grid.of(Column.text("table"), Column.number("files"), Column.number("size"));
    freed.forEach(
        table ->
            grid.row(table.table(), Figures.whole(table.files()), Figures.bytes(table.bytes())));
    return grid.grid();
  }
}
