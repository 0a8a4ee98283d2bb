package io.tributary.jobs.command;

import io.tributary.bronze.source.Source;
import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.SourceTrial;
import io.tributary.jobs.night.Workspace;
import io.tributary.jobs.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A source tried out where it can do no harm. */
@Command(
    name = "test",
    description = {
      "Lands a source into a lakehouse of its own, which is thrown away, and shows what would be"
          + " accepted, what it would become and what would be set aside, and why.",
      "",
      "Example: tributary source test shop_orders"
    })
final class SourceTest implements Callable<Integer> {
  @ParentCommand private SourceCommand source;

  @Parameters(paramLabel = "NAME", description = "The source, by the name in its YAML.")
  private String name;

  @Override
  public Integer call() {
    Tributary tributary = source.tributary();
    Settings settings = tributary.settings();
    Source tried = SourceTrial.named(settings, name);
    Console console = tributary.console();
    Path scratch = SourceTrial.scratch();
    try (Workspace workspace =
        Workspace.open(
            SourceTrial.settings(settings, List.of(tried), scratch), tributary.surroundings())) {
      SourceTrial trial = new SourceTrial(workspace, tried);
      trial.land();
      console.say("");
      TerminalTable.print(trial.outcomes(), console);
      console.say("");
      TerminalTable.print(trial.mapped(), console);
      if (trial.rejected().rows().iterator().hasNext()) {
        console.say("");
        TerminalTable.print(trial.rejected(), console);
      }
      return 0;
    } finally {
      SourceTrial.discard(scratch);
    }
  }
}
