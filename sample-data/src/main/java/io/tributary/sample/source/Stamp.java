package io.tributary.sample.source;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Writes times the way tools do. */
public final class Stamp {
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT);
  private static final DateTimeFormatter EUROPEAN_DATE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private Stamp() {}

  /** With the offset that holds in this zone. */
  public static String withOffset(LocalDateTime local, ZoneId zone) {
    return WITH_OFFSET.format(local.atZone(zone));
  }

  /** With the offset that holds in this zone; null where there is no time. */
  public static String withOffset(Optional<LocalDateTime> local, ZoneId zone) {
    return local.map(at -> withOffset(at, zone)).orElse(null);
  }

  /** To the second, without an offset. */
  public static String local(LocalDateTime local) {
    return LOCAL.format(local);
  }

  /** A UTC time with its offset. */
  public static String utc(LocalDateTime utc) {
    return UTC.format(utc);
  }

  /** Day and month first. */
  public static String european(LocalDate date) {
    return EUROPEAN_DATE.format(date);
  }
}
