package io.tributary.lake;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a step ended.
 *
 * @param written rows written, by table; empty when nothing had to be
 * @param consumed the versions of the tables it read
 * @param message why it failed, or null
 */
public record StepResult(
    Step step,
    Status status,
    String signature,
    Map<String, Long> consumed,
    Map<String, Long> written,
    Instant startedAt,
    double seconds,
    List<Alert> alerts,
    List<FileOutcome> files,
    String message) {

  /** The ways a step can end. */
  public enum Status {
    DONE,
    UNCHANGED,
    FAILED,
    BLOCKED
  }
}
