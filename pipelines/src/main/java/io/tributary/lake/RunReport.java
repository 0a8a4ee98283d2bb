package io.tributary.lake;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a run ended.
 *
 * @param held the steps that an earlier run's gate keeps back and that this run left out
 * @param quality what the tables' scores have to say
 */
public record RunReport(
    RunPlan plan, List<StepResult> results, List<Alert> held, List<Alert> quality) {
  private static final Set<StepResult.Status> MADE =
      EnumSet.of(StepResult.Status.DONE, StepResult.Status.UNCHANGED);

  /** Whether the tables of this run are those that readers now see. */
  public boolean isPublished() {
    return held.isEmpty()
        && results.stream().noneMatch(result -> result.status() == StepResult.Status.FAILED);
  }

  /** Whether this run made all of the tables, or found that nothing about them had to change. */
  public boolean isOf(List<Table> tables) {
    Set<Table> made =
        results.stream()
            .filter(result -> MADE.contains(result.status()))
            .flatMap(result -> result.step().writes().stream())
            .collect(Collectors.toSet());
    return made.containsAll(tables);
  }

  /** The records of this run by outcome, over all sources. */
  public FileOutcome.Counts records() {
    return results.stream()
        .flatMap(result -> result.files().stream())
        .map(FileOutcome::counts)
        .reduce(new FileOutcome.Counts(0, 0, 0, 0, 0), FileOutcome.Counts::plus);
  }

  public List<Alert> alerts() {
    Stream<Alert> ofSteps = results.stream().flatMap(result -> result.alerts().stream());
    return Stream.of(ofSteps, held.stream(), quality.stream()).flatMap(all -> all).toList();
  }

  public long tablesWritten() {
    return results.stream().mapToLong(result -> result.written().size()).sum();
  }
}
