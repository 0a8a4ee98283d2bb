package io.tributary.jobs.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The figures finance decides. */
@Command(
    name = "assumptions",
    description = {
      "Shows or records the figures that finance decides: margin, lifespan.",
      "",
      "Example: tributary assumptions list"
    },
    synopsisSubcommandLabel = "list|set",
    subcommands = {AssumptionsList.class, AssumptionsSet.class})
final class AssumptionsCommand implements Runnable {
  @ParentCommand private Tributary tributary;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "assumptions: list them, or set one?");
  }

  Tributary tributary() {
    return tributary;
  }
}
