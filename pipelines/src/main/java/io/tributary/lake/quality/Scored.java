package io.tributary.lake.quality;

import java.time.LocalDate;
import java.util.List;

/**
 * A table's score on a night.
 *
 * @param isWhole whether the profile is of the whole table, not of what the night brought
 * @param delivered the day of the newest delivery it is made from; null when from none
 * @param anomalies what is out of line with the table's own history, in words
 */
public record Scored(
    long run,
    LocalDate asOf,
    String table,
    Outcome outcome,
    boolean isWhole,
    Profile profile,
    Score score,
    LocalDate delivered,
    List<String> anomalies) {

  /** What happened to the table on the night. */
  public enum Outcome {
    /** Its rows were measured and committed. */
    WRITTEN,
    /** Its rows were measured and did not pass a gate, of its own or of a table beside it. */
    REFUSED,
    /** Files came of which it is made, and they brought it no row. */
    EMPTY,
    /** It was left as it was; only the day has moved on. */
    CARRIED
  }

  public boolean isLow() {
    return score.total() < Score.ALERT;
  }

  /**
   * Whether an operator should look at its rows: those that were refused have an alert of their
   * own, and so has a source that is late.
   */
  public boolean isAlert() {
    return outcome != Outcome.REFUSED && score.inTime() < Score.ALERT;
  }
}
