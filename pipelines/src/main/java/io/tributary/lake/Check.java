package io.tributary.lake;

/**
 * A rule about a table: a SQL condition each row must meet, one over the whole table's aggregates,
 * or what another table must have, and what happens when it does not hold.
 */
public record Check(String name, Level level, Scope scope, String condition) {

  /** What a broken rule does. */
  public enum Level {
    /** Is recorded and raises an alert. */
    WARN,
    /** Sets the whole source record aside, with the reason. */
    QUARANTINE,
    /** Stops the table and all that is made from it; the last good version stands. */
    FAIL
  }

  /** What a condition speaks of. */
  public enum Scope {
    ROW,
    TABLE,
    /** A value that another table must have. */
    REFERENCE
  }

  /** A rule that is counted and reported, and lets rows pass. */
  public static Check warn(String name, String condition) {
    return new Check(name, Level.WARN, Scope.ROW, condition);
  }

  /** A rule that sets the record aside from which a row comes. */
  public static Check quarantine(String name, String condition) {
    return new Check(name, Level.QUARANTINE, Scope.ROW, condition);
  }

  /** A rule that no row may break. */
  public static Check fail(String name, String condition) {
    return new Check(name, Level.FAIL, Scope.ROW, condition);
  }

  /** A rule about aggregates of all rows written, such as {@code count(*) > 0}. */
  public static Check table(String name, Level level, String condition) {
    return new Check(name, level, Scope.TABLE, condition);
  }
}
