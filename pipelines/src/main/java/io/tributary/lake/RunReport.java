package io.tributary.lake;

import java.util.List;

/** How a run ended. */
public record RunReport(RunPlan plan, List<StepResult> results, boolean isPublished) {

  /** The records of this run by outcome, over all sources. */
  public FileOutcome.Counts records() {
    return results.stream()
        .flatMap(result -> result.files().stream())
        .map(FileOutcome::counts)
        .reduce(new FileOutcome.Counts(0, 0, 0, 0, 0), FileOutcome.Counts::plus);
  }

  public List<Alert> alerts() {
    return results.stream().flatMap(result -> result.alerts().stream()).toList();
  }

  public long tablesWritten() {
    return results.stream().mapToLong(result -> result.written().size()).sum();
  }
}
