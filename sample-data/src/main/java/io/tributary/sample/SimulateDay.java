package io.tributary.sample;

import io.tributary.sample.day.HeavyDay;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that makes one heavy day. */
@Command(
    name = "simulate day",
    description =
        "Makes one day of a far larger retailer: events, and the orders that go with them.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class SimulateDay implements Callable<Integer> {
  private static final int MOST_PEOPLE = 50_000_000;
  private static final int DAYS = 1096;

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Where landing/ is written.")
  private Path out;

  @Option(names = "--events", defaultValue = "2400000", description = "How many events there are.")
  private long events;

  @Option(names = "--seed", defaultValue = "1", description = "Another seed is another world.")
  private long seed;

  @Option(names = "--last-day", defaultValue = "2026-06-30", description = "The world's last day.")
  private LocalDate lastDay;

  @Option(
      names = "--days-after",
      defaultValue = "1",
      description = "Which day is made, counted from the world's last day.")
  private int daysAfter;

  @Override
  public Integer call() throws IOException {
    if (daysAfter < 1 || daysAfter > Scale.FUTURE_DAYS) {
      throw new ParameterException(
          spec.commandLine(),
          "--days-after is %d. It has to be between 1 and %d. Choose a value in that range."
              .formatted(daysAfter, Scale.FUTURE_DAYS));
    }
    var world = World.of(new Scale(seed, MOST_PEOPLE, DAYS, lastDay, 0));
    var date = lastDay.plusDays(daysAfter);
    var counts = new HeavyDay(world, date).writeTo(out, events);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s with %,d events and %,d orders is in %s%n",
            date,
            counts.events(),
            counts.orders(),
            out);
    return 0;
  }
}
