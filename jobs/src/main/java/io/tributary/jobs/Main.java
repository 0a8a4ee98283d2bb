package io.tributary.jobs;

import io.tributary.jobs.command.Tributary;
import io.tributary.jobs.console.Surroundings;
import io.tributary.jobs.launch.ClassArchive;
import io.tributary.jobs.launch.ClassHashes;
import picocli.CommandLine;

/** The program: reads a command line, does what it says and leaves with its exit code. */
public final class Main {
  private Main() {}

  /** Enters from the shell. */
  public static void main(String[] arguments) {
    ClassHashes.draw();
    Surroundings surroundings = OwnProcess.surroundings();
    int exitCode = run(surroundings, arguments);
    surroundings.console().out().flush();
    if (exitCode == 0) {
      ClassArchive.keepIfWanted(surroundings.console().err());
    }
    surroundings.console().err().flush();
    System.exit(exitCode);
  }

  /** Does what the arguments say, in the surroundings given, and returns the exit code. */
  public static int run(Surroundings surroundings, String... arguments) {
    Faults faults = new Faults(surroundings.console());
    try {
      return commandLine(surroundings, faults).execute(arguments);
    } catch (Error fault) {
      // Spark's threads would keep a process alive whose main thread died of it.
      return faults.ours(fault);
    }
  }

  private static CommandLine commandLine(Surroundings surroundings, Faults faults) {
    return new CommandLine(new Tributary(surroundings))
        .setOut(surroundings.console().out())
        .setErr(surroundings.console().err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                surroundings.console().hasColour()
                    ? CommandLine.Help.Ansi.ON
                    : CommandLine.Help.Ansi.OFF))
        .setUsageHelpWidth(Math.max(80, Math.min(100, surroundings.console().width())))
        .setParameterExceptionHandler(faults::usage)
        .setExecutionExceptionHandler(faults::execution);
  }
}
