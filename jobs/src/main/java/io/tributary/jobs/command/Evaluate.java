package io.tributary.jobs.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures against data of which the truth is known. */
@Command(
    name = "evaluate",
    description = "Measures how good an answer is, on data of which the truth is known.",
    subcommands = {EvaluateIdentity.class, HelpCommand.class})
final class Evaluate implements Runnable {
  @ParentCommand private Tributary tributary;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Evaluate what? It can be:");
  }

  Tributary tributary() {
    return tributary;
  }
}
