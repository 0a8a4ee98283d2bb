package io.tributary.bronze.source;

/** What a delivery of a source means for the deliveries before it. */
public enum Delivery {
  /** New records; one that comes again is a duplicate. */
  APPEND,
  /** New and changed records; the greatest version of a key stands, without versions the newest. */
  UPSERT,
  /** Everything there is; what is not in it any more is gone. */
  SNAPSHOT,
  /** All records of the periods it covers; what it says of them replaces what was said before. */
  WINDOW,
  /** A file that replaces the earlier file of its name. */
  FILE;

  /** Whether a delivery replaces more than the single records in it. */
  public boolean replacesUnits() {
    return this == SNAPSHOT || this == WINDOW || this == FILE;
  }
}
