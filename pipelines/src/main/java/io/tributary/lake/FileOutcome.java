package io.tributary.lake;

import java.time.LocalDate;

/**
 * How many records of a landing file came to stand or ceased to stand in a run: a line of the
 * ledger whose sums per file say what became of each record.
 *
 * @param bytes the file's size when this run read it; null for an earlier run's file
 * @param modified the file's time when this run read it; null for an earlier run's file
 * @param defect why the file was set aside whole; null when it was not
 */
public record FileOutcome(
    String source,
    String file,
    String fileHash,
    LocalDate delivered,
    Long bytes,
    Long modified,
    Counts counts,
    String defect) {

  /** Records by outcome; negative where a later delivery changed an earlier outcome. */
  public record Counts(
      long landed, long accepted, long duplicate, long superseded, long quarantined) {

    public Counts plus(Counts other) {
      return new Counts(
          landed + other.landed,
          accepted + other.accepted,
          duplicate + other.duplicate,
          superseded + other.superseded,
          quarantined + other.quarantined);
    }

    /** Whether every landed record has exactly one outcome. */
    public boolean isBalanced() {
      return landed == accepted + duplicate + superseded + quarantined;
    }
  }
}
