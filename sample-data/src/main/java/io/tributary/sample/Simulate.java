package io.tributary.sample;

import io.tributary.sample.world.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that makes sample data. */
@Command(
    name = "simulate",
    description = "Makes the exports of an invented retailer, and the truth behind them.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
public final class Simulate implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Where landing/ and truth/ are written.")
  private Path out;

  @Option(names = "--seed", defaultValue = "1", description = "Another seed is another world.")
  private long seed;

  @Option(names = "--customers", defaultValue = "5000", description = "How many people there are.")
  private int customers;

  @Option(names = "--days", defaultValue = "1096", description = "How many days they live through.")
  private int days;

  @Option(names = "--last-day", defaultValue = "2026-06-30", description = "The last of the days.")
  private LocalDate lastDay;

  @Option(
      names = "--daily",
      defaultValue = "14",
      description = "How many last days come as deliveries of their own; the rest comes as one.")
  private int daily;

  @Option(names = "--clean", description = "Leave out the faults made on purpose.")
  private boolean clean;

  @Override
  public Integer call() throws IOException {
    var simulation = new Simulation(scale());
    if (clean) {
      simulation.writeTo(out);
    } else {
      simulation.writeSpoiledTo(out);
    }
    spec.commandLine().getOut().println("The sample is in " + out);
    return 0;
  }

  private Scale scale() {
    try {
      return new Scale(seed, customers, days, lastDay, daily);
    } catch (IllegalArgumentException refused) {
      throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
    }
  }

  /**
   * Runs the command, or with {@code day} first the one for a heavy day, and leaves with its exit
   * code.
   */
  public static void main(String[] arguments) {
    boolean oneDay = arguments.length > 0 && arguments[0].equals("day");
    var command = new CommandLine(oneDay ? new SimulateDay() : new Simulate());
    var options = oneDay ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
    System.exit(command.execute(options));
  }
}
