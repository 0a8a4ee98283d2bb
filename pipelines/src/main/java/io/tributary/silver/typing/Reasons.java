package io.tributary.silver.typing;

import java.util.List;

/**
 * SQL for why something is not fit: a text of several lines, or none. Lists would say the same, but
 * nearly all records are fit, and what makes lists of reasons is not compiled.
 */
public final class Reasons {
  private static final String LINE = "'\\n'";

  private Reasons() {}

  /** The reasons of several tests, each a text, a list of texts or null. */
  static String of(List<String> tests) {
    return tests.isEmpty()
        ? "cast(null as string)"
        : "nullif(concat_ws(" + LINE + ", " + String.join(", ", tests) + "), '')";
  }

  /** All that is said, each reason once, in words for people; null when nothing is wrong. */
  static String told(List<String> reasons) {
    String lines = "split(" + of(reasons) + ", " + LINE + ")";
    return "array_join(array_distinct(" + lines + "), '; ')";
  }
}
