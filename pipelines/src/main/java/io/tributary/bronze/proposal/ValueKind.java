package io.tributary.bronze.proposal;

import java.util.regex.Pattern;

/** What a cell's text looks like, the most telling first, and how a feed would read it. */
public enum ValueKind {
  EMAIL("[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}", "", "e-mail"),
  MESSAGE_ID("<[^@\\s<>]+@[^@\\s<>]+>", "", "identifier in angle brackets"),
  MAILBOX("[^<>]*<[^@\\s<>]+@[^@\\s<>]+>", "", "name and e-mail"),
  INSTANT(
      "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*(?:Z|[+-]\\d\\d:?\\d\\d)",
      "::timestamp", "instant, with its zone"),
  LOCAL_TIME(
      "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?",
      "::timestamp", "time without a zone"),
  MAIL_TIME(
      "(?:[A-Z][a-z]{2}, +)?\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d.*",
      "", "time as mail writes it"),
  DATE("\\d{4}-\\d\\d-\\d\\d", "::date", "day"),
  WRITTEN_DATE("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}(?:[ T]\\d.*)?", "", "day as written"),
  EPOCH_MILLIS("1[0-9]{12}", "::bigint", "milliseconds since 1970"),
  EPOCH_SECONDS("1[0-9]{9}", "::bigint", "seconds since 1970"),
  FLAG("(?i)true|false|yes|no", "", "flag"),
  WHOLE("-?\\d{1,18}", "::bigint", "whole number"),
  DECIMAL("-?\\d{1,15}\\.\\d+(?:[eE][+-]?\\d+)?", "::decimal(18,6)", "number"),
  COMMA_DECIMAL("-?\\d{1,3}(?:\\.?\\d{3})*,\\d{1,6}", "", "number with a decimal comma"),
  CURRENCY("[A-Z]{3}", "", "three capitals"),
  PHONE("\\+?[0-9][0-9 ()./-]{7,18}", "", "telephone number"),
  TEXT("(?s).*", "", "text");

  private final Pattern pattern;
  private final String cast;
  private final String words;

  ValueKind(String pattern, String cast, String words) {
    this.pattern = Pattern.compile(pattern);
    this.cast = cast;
    this.words = words;
  }

  static ValueKind of(String text) {
    String trimmed = text.trim();
    for (ValueKind kind : values()) {
      if (kind.pattern.matcher(trimmed).matches()) {
        return kind;
      }
    }
    return TEXT;
  }

  /** What follows the path where a feed wants the value typed. */
  String cast() {
    return cast;
  }

  String words() {
    return words;
  }

  boolean isTime() {
    return this == INSTANT || this == LOCAL_TIME || this == MAIL_TIME || isEpoch();
  }

  boolean isEpoch() {
    return this == EPOCH_MILLIS || this == EPOCH_SECONDS;
  }

  /** Whether it is, or holds, what a mail is sent to. */
  boolean isAddress() {
    return this == EMAIL || this == MAILBOX;
  }

  boolean isNumber() {
    return this == WHOLE || this == DECIMAL || this == COMMA_DECIMAL || isEpoch();
  }

  /** The kind that covers values of both kinds. */
  ValueKind with(ValueKind other) {
    if (this == other) {
      return this;
    }
    if (isNumber() && other.isNumber()) {
      return this == COMMA_DECIMAL || other == COMMA_DECIMAL
          ? COMMA_DECIMAL
          : this == DECIMAL || other == DECIMAL ? DECIMAL : WHOLE;
    }
    boolean areAddresses = isAddress() || other.isAddress();
    return areAddresses && isInBrackets() && other.isInBrackets() ? MAILBOX : TEXT;
  }

  /** Where mail names people, some stand without a name. */
  private boolean isInBrackets() {
    return isAddress() || this == MESSAGE_ID;
  }
}
