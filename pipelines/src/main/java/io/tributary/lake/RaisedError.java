package io.tributary.lake;

import java.util.Optional;
import org.apache.spark.SparkThrowable;

/** What a query itself says is wrong, by {@code raise_error}, found in Spark's account of it. */
final class RaisedError {
  private static final String CONDITION = "USER_RAISED_EXCEPTION";

  private RaisedError() {}

  /** The words of the query, if that is what the fault comes of. */
  static Optional<String> in(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable raised && CONDITION.equals(raised.getCondition())) {
        return Optional.ofNullable(raised.getMessageParameters().get("errorMessage"));
      }
    }
    return Optional.empty();
  }
}
