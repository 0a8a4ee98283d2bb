package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.night.Night;
import io.tributary.jobs.night.Selection;
import io.tributary.jobs.night.Summary;
import io.tributary.jobs.night.Workspace;
import io.tributary.lake.RunReport;
import io.tributary.lake.StepResult;
import io.tributary.lake.TributaryException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the commands that write have in common: a run, its summary and its exit code. */
final class Nights {
  private Nights() {}

  static int perform(Tributary tributary, Selection selection) {
    Clock clock = tributary.surroundings().clock();
    Instant start = clock.instant();
    try (Workspace workspace = tributary.open()) {
      Night.Outcome night = new Night(workspace).perform(selection);
      double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
      Summary.print(night, seconds, workspace);
      return exitCode(night.report(), tributary.console());
    }
  }

  /** A gate's words belong among the faults too, where a scheduler keeps them. */
  static int exitCode(RunReport report, Console console) {
    if (report.isPublished()) {
      return 0;
    }
    report.results().stream()
        .filter(result -> result.status() == StepResult.Status.FAILED)
        .forEach(result -> console.complain("tributary: " + result.message()));
    report
        .held()
        .forEach(held -> console.complain("tributary: " + held.subject() + " " + held.message()));
    return TributaryException.Kind.GATE.exitCode();
  }
}
