package io.tributary.bronze.files;

import java.io.IOException;

/**
 * A file or a record that is not what it should be. The message is the defect: it names places and
 * sizes, never content, for content may be personal.
 */
final class Unreadable extends IOException {
  private static final long serialVersionUID = 1L;

  Unreadable(String defect) {
    super(defect);
  }

  /** A defect is an answer and not a crash: a million of them need no million stack traces. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
