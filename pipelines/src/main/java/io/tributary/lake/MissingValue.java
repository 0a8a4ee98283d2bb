package io.tributary.lake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.delta.schema.InvariantViolationException;

/** Delta's refusal to write a null into a required column, put in words without the row. */
final class MissingValue {
  private static final Pattern COLUMN = Pattern.compile("constraint violated for column: (\\w+)");

  private MissingValue() {}

  /** What is missing, if that is what the fault comes of. */
  static Optional<String> in(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvariantViolationException) {
        Matcher column = COLUMN.matcher(String.valueOf(cause.getMessage()));
        return Optional.of(
            "a row has no " + (column.find() ? column.group(1) : "value in a required column"));
      }
    }
    return Optional.empty();
  }
}
