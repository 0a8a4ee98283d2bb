package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Console.Style;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.Workspace;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.governance.Assumption;
import io.tributary.lake.governance.AssumptionSeeds;
import io.tributary.lake.governance.Assumptions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Every assumption on record. */
@Command(
    name = "list",
    description = {
      "Shows every assumption on record, the newest of each name first.",
      "",
      "Example: tributary assumptions list"
    })
final class AssumptionsList implements Callable<Integer> {
  private static final Comparator<Assumption> NEWEST_FIRST =
      Comparator.comparing((Assumption one) -> one.name().text())
          .thenComparing(Assumption::brand, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Assumption::effectiveFrom, Comparator.reverseOrder())
          .thenComparing(Assumption::recordedAt, Comparator.reverseOrder());

  @ParentCommand private AssumptionsCommand assumptions;

  @Override
  public Integer call() {
    Tributary tributary = assumptions.tributary();
    Console console = tributary.console();
    try (Workspace workspace = tributary.open()) {
      Lakehouse house = workspace.house();
      List<Assumption> recorded = Assumptions.read(house.read(house.session(), Assumptions.TABLE));
      List<Assumption> shown =
          recorded.isEmpty() ? AssumptionSeeds.load(workspace.settings().assumptions()) : recorded;
      TerminalTable.print(grid(shown), console);
      if (recorded.isEmpty()) {
        console.say(
            console.styled(
                Style.FAINT,
                "Not on record yet; the first run records these from "
                    + workspace.settings().assumptions()));
      }
      return 0;
    }
  }

  private static Grid grid(List<Assumption> assumptions) {
    Grid.Builder grid =
        Grid.of(
            Column.text("name"),
            Column.text("brand"),
            Column.number("value"),
            Column.text("effective_from"),
            Column.text("owner"),
            Column.text("note"),
            Column.text("recorded_at"));
    assumptions.stream()
        .sorted(NEWEST_FIRST)
        .forEach(
            one ->
                grid.row(
                    one.name().text(),
                    one.brand() == null ? "(all)" : one.brand(),
                    one.value().stripTrailingZeros().toPlainString(),
                    one.effectiveFrom(),
                    one.owner(),
                    one.note(),
                    one.recordedAt()));
    return grid.grid();
  }
}
