package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.night.ReviewDesk;
import io.tributary.jobs.night.Workspace;
import io.tributary.lake.RunReport;
import io.tributary.silver.identity.ReviewDecisions.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** One decision put on record. */
@Command(
    name = "decide",
    description = {
      "Puts on record whether two profiles are one person. The next night obeys it, and every night"
          + " after, until it is decided otherwise or undone.",
      "",
      "Example: tributary review decide crm_members/7700000061 shop_customers/home/6000000948283"
          + " --same --by anna"
    })
final class ReviewDecide implements Callable<Integer> {
  @ParentCommand private ReviewCommand review;

  @Parameters(index = "0", paramLabel = "RECORD", description = "The key of a profile.")
  private String one;

  @Parameters(index = "1", paramLabel = "OTHER", description = "The key of another profile.")
  private String other;

  @ArgGroup(multiplicity = "1")
  private Choice choice;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
  private String owner;

  @Option(names = "--note", description = "Why.")
  private String note;

  /** What is decided, one of three. */
  private static final class Choice {
    @Option(names = "--same", required = true, description = "They are one person.")
    private boolean isSame;

    // Read by picocli alone: it is what the other two are not.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--different", required = true, description = "They are two people.")
    private boolean isDifferent;

    @Option(names = "--undo", required = true, description = "Take back what was decided.")
    private boolean isUndone;

    Verdict verdict() {
      if (isUndone) {
        return Verdict.UNDONE;
      }
      return isSame ? Verdict.SAME : Verdict.DIFFERENT;
    }
  }

  @Override
  public Integer call() {
    Tributary tributary = review.tributary();
    Console console = tributary.console();
    ReviewDesk.Entry entry = new ReviewDesk.Entry(one, other, choice.verdict(), note, false, "");
    try (Workspace workspace = tributary.open()) {
      ReviewDesk desk = new ReviewDesk(workspace);
      // Delta keeps microseconds.
      Instant now = tributary.surroundings().clock().instant().truncatedTo(ChronoUnit.MICROS);
      RunReport report = desk.record(List.of(entry), owner, now);
      console.say(
          "On record: %s and %s: %s, says %s (run %d). The next night obeys it."
              .formatted(
                  entry.one(),
                  entry.other(),
                  entry.verdict().text(),
                  owner,
                  report.plan().number()));
      ReviewCommand.sayContradictions(desk, console);
      return Nights.exitCode(report, console);
    }
  }
}
