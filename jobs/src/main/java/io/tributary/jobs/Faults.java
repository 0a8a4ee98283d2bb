package io.tributary.jobs;

import io.tributary.jobs.console.Console;
import io.tributary.lake.TributaryException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a command fails: in words where the user can mend it, with a trace where we must. */
final class Faults {
  private static final int OURS = 1;

  private final Console console;

  Faults(Console console) {
    this.console = console;
  }

  /** A command line that makes no sense. */
  int usage(ParameterException fault, String[] arguments) {
    CommandLine command = fault.getCommandLine();
    console.complain("tributary: " + fault.getMessage());
    if (fault.getMessage().endsWith(":")) {
      command.getSubcommands().keySet().forEach(name -> console.complain("  " + name));
    } else {
      UnmatchedArgumentException.printSuggestions(fault, console.err());
    }
    String name = command.getCommandSpec().qualifiedName();
    console.complain("See: %s --help".formatted(name));
    return TributaryException.Kind.USAGE.exitCode();
  }

  /** A command that began and could not end. */
  int execution(Exception fault, CommandLine command, ParseResult parsed) {
    Optional<TributaryException> worded =
        causes(fault)
            .filter(TributaryException.class::isInstance)
            .map(TributaryException.class::cast)
            .findFirst();
    if (worded.isPresent()) {
      console.complain("tributary: " + worded.get().getMessage());
      return worded.get().kind().exitCode();
    }
    return ours(fault);
  }

  /** A fault that no user can mend. */
  int ours(Throwable fault) {
    console.complain("tributary: this is a fault of Tributary, not yours. Please report it with:");
    causes(fault).forEach(this::trace);
    return OURS;
  }

  private void trace(Throwable cause) {
    console.complain(cause.getClass().getName() + message(cause));
    for (StackTraceElement frame : cause.getStackTrace()) {
      console.complain("    at " + frame);
    }
  }

  /** Spark repeats in its messages the cell it failed on, which may be personal. */
  private static String message(Throwable cause) {
    if (cause instanceof SparkThrowable spark) {
      return spark.getCondition() == null ? "" : ": " + spark.getCondition();
    }
    return cause.getMessage() == null ? "" : ": " + cause.getMessage();
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause);
  }
}
