package io.tributary.jobs.command;

import io.tributary.jobs.night.Selection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A part of a night, chosen by name. */
@Command(
    name = "run",
    description = {
      "Does chosen steps only.",
      "",
      "Example: tributary run --select +gold.daily_kpis   (the table and all that feeds it)"
    })
final class SelectedRun implements Callable<Integer> {
  @ParentCommand private Tributary tributary;

  @Option(
      names = "--select",
      required = true,
      split = ",",
      paramLabel = "NAME",
      description =
          "A table, a step or a layer; +NAME for it and all that feeds it. Several: with commas.")
  private List<String> names;

  @Override
  public Integer call() {
    return Nights.perform(tributary, Selection.names(names));
  }
}
