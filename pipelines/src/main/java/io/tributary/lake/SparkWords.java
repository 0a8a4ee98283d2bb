package io.tributary.lake;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;

/**
 * Spark's own words for what is wrong with a query, in one line, without its plan and its codes.
 */
public final class SparkWords {
  private SparkWords() {}

  /** The words of the innermost fault that Spark has a name for; none where it is not Spark's. */
  public static Optional<String> in(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .filter(cause -> cause instanceof SparkThrowable spark && spark.getCondition() != null)
        .reduce((outer, inner) -> inner)
        .map(
            named ->
                named
                    .getMessage()
                    .replaceFirst("^\\s*\\[[A-Z0-9_.]+\\] ", "")
                    .replaceFirst("(?s)\\s*SQLSTATE: \\w+.*", "")
                    .replaceFirst("(?s);?\\n.*", ""));
  }
}
