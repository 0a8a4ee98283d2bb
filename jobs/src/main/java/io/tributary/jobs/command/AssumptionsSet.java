package io.tributary.jobs.command;

import io.tributary.jobs.night.Night;
import io.tributary.jobs.night.Workspace;
import io.tributary.jobs.settings.Settings;
import io.tributary.lake.Lake;
import io.tributary.lake.RunReport;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import io.tributary.lake.governance.Assumption;
import io.tributary.lake.governance.AssumptionBook;
import io.tributary.lake.governance.AssumptionName;
import io.tributary.lake.governance.AssumptionSeeds;
import io.tributary.lake.governance.Assumptions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A decision of finance put on record. */
@Command(
    name = "set",
    description = {
      "Puts a decision on record. What was decided before stays there, with its dates; the next"
          + " night values customers by the new figure.",
      "",
      "Example: tributary assumptions set --name gross_margin --brand Kids --value 0.38"
          + " --effective-from 2026-07-01 --owner finance"
    })
final class AssumptionsSet implements Callable<Integer> {
  @ParentCommand private AssumptionsCommand assumptions;

  @Option(names = "--name", required = true, description = "lifespan_years or gross_margin.")
  private String name;

  @Option(names = "--brand", description = "The brand it holds for; every brand if not given.")
  private String brand;

  @Option(names = "--value", required = true, description = "The figure; 42 %% is 0.42.")
  private BigDecimal value;

  @Option(
      names = "--effective-from",
      required = true,
      paramLabel = "DAY",
      description = "The first day on which it holds.")
  private LocalDate effectiveFrom;

  @Option(names = "--owner", required = true, description = "Who answers for it.")
  private String owner;

  @Option(names = "--note", description = "Why it has this value.")
  private String note;

  @Override
  public Integer call() {
    Tributary tributary = assumptions.tributary();
    Settings settings = tributary.settings();
    Assumption decided = decided(settings);
    try (Workspace workspace = Workspace.open(settings, tributary.surroundings())) {
      RunReport report = new Night(workspace).perform(recording(decided, settings));
      tributary
          .console()
          .say(
              "On record: %s for %s is %s from %s on, says %s (run %d)."
                  .formatted(
                      decided.name().text(),
                      brand == null ? "every brand" : brand,
                      value.toPlainString(),
                      effectiveFrom,
                      owner,
                      report.plan().number()));
      return Nights.exitCode(report, tributary.console());
    }
  }

  private Assumption decided(Settings settings) {
    if (brand != null && !settings.brands().isEmpty() && !settings.brands().containsKey(brand)) {
      throw TributaryException.usage(
          "--brand: found '%s'; the brands of %s are %s"
              .formatted(brand, settings.file(), String.join(", ", settings.brands().keySet())));
    }
    return new Assumption(
        AssumptionName.of(name),
        brand,
        value,
        effectiveFrom,
        owner,
        note,
        // Delta keeps microseconds.
        assumptions.tributary().surroundings().clock().instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** On a new lakehouse the defaults go first: a brand's own figure stands beside one for all. */
  private static Step recording(Assumption decided, Settings settings) {
    Table table = Assumptions.TABLE;
    return Step.making("assumptions set", List.of(table), lake -> record(lake, decided, settings))
        .configuredBy(decided.toString());
  }

  private static void record(Lake lake, Assumption decided, Settings settings) {
    AssumptionBook book = AssumptionBook.of(lake.before(Assumptions.TABLE));
    List<Assumption> entries =
        new ArrayList<>(book.unrecorded(AssumptionSeeds.load(settings.assumptions())));
    entries.add(decided);
    lake.append(Assumptions.TABLE, lake.rows(Assumptions.TABLE, Assumptions.rows(entries)));
  }
}
