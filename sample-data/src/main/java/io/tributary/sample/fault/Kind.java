package io.tributary.sample.fault;

import java.util.Locale;

/** What can be wrong with a record or file, and what becomes of it where care is taken. */
enum Kind {
  MALFORMED("quarantined"),
  DUPLICATE("duplicate"),
  LATE_1("accepted"),
  LATE_3("accepted"),
  LATE_28("accepted"),
  OUT_OF_ORDER("accepted"),
  RESTATED("superseded"),
  WRONG_CURRENCY("accepted"),
  UNKNOWN_CURRENCY("quarantined"),
  IMPOSSIBLE_VALUE("quarantined"),
  SWAPPED_COLUMNS("quarantined"),
  HEADER_RENAMED("alert"),
  EXTRA_COLUMN("alert"),
  FILE_TWICE("duplicate"),
  TRUNCATED_FILE("quarantined"),
  EMPTY_FILE("alert"),
  LATIN_1("quarantined");

  private final String outcome;

  Kind(String outcome) {
    this.outcome = outcome;
  }

  /** How it is written in files. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is expected to become of it. */
  String outcome() {
    return outcome;
  }

  /** How many days later than due a late record comes; 0 for other kinds. */
  int daysLate() {
    return switch (this) {
      case LATE_1 -> 1;
      case LATE_3 -> 3;
      case LATE_28 -> 28;
      default -> 0;
    };
  }
}
