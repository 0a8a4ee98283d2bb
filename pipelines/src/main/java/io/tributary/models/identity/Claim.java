package io.tributary.models.identity;

/**
 * What ties a person as found today to a master customer id given out before.
 *
 * @param person the person, named by the smallest of their record keys
 * @param profiles how many of the person's profiles had the id until now
 * @param founding when one of the person's profiles founded the id; null when none did
 * @param isHeld whether any profile, of whichever person, had the id until now
 */
public record Claim(
    String person, String masterId, long profiles, Founding founding, boolean isHeld) {

  /** The profile an id was derived from, and the run that did so. */
  public record Founding(String recordKey, long run) {}

  boolean isOverlap() {
    return profiles > 0;
  }

  boolean isFoundedHere() {
    return founding != null;
  }

  /** The run that founded the id, where that is known; else the last of all. */
  long since() {
    return founding == null ? Long.MAX_VALUE : founding.run();
  }
}
