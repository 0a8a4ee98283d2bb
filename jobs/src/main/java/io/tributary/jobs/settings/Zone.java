package io.tributary.jobs.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The time zone in which a business counts its days. */
public record Zone(ZoneId id) {
  public static final Zone UTC = new Zone(ZoneId.of("UTC"));

  @JsonCreator
  static Zone of(String text) {
    try {
      return new Zone(ZoneId.of(text));
    } catch (DateTimeException fault) {
      throw new IllegalArgumentException(
          "zone: found '%s'; a time zone such as Europe/Berlin or UTC is allowed".formatted(text),
          fault);
    }
  }
}
