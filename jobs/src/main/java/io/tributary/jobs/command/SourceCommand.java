package io.tributary.jobs.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** How an export becomes a source. */
@Command(
    name = "source",
    description = {
      "Proposes the YAML of an unknown export, or tries a source out.",
      "",
      "Example: tributary source new exports/orders.csv.gz > conf/sources/orders.yaml"
    },
    synopsisSubcommandLabel = "new|test",
    subcommands = {SourceNew.class, SourceTest.class})
final class SourceCommand implements Runnable {
  @ParentCommand private Tributary tributary;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "source: propose a new one, or test one?");
  }

  Tributary tributary() {
    return tributary;
  }
}
