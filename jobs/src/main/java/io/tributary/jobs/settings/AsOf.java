package io.tributary.jobs.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.tributary.lake.TributaryException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The day a run takes for today, as {@code latest}, {@code yesterday} or a date. */
public record AsOf(String text) {
  /** The newest delivery date there is. */
  public static final AsOf LATEST = new AsOf("latest");

  /** The day before the one on the clock, in the default zone. */
  public static final AsOf YESTERDAY = new AsOf("yesterday");

  /** Refuses what is neither a known word nor a date. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AsOf {
    if (!text.equals("latest") && !text.equals("yesterday")) {
      requireDate(text);
    }
  }

  /** The value of the option {@code --as-of}. */
  public static AsOf option(String text) {
    try {
      return new AsOf(text);
    } catch (IllegalArgumentException fault) {
      throw TributaryException.usage(fault.getMessage().replace("as_of:", "--as-of:"), fault);
    }
  }

  /** The day it names; empty for the newest delivery, which the landing folder tells. */
  public Optional<LocalDate> day(LocalDate today) {
    if (equals(LATEST)) {
      return Optional.empty();
    }
    return Optional.of(equals(YESTERDAY) ? today.minusDays(1) : LocalDate.parse(text));
  }

  private static void requireDate(String text) {
    try {
      LocalDate.parse(text);
    } catch (DateTimeException fault) {
      throw new IllegalArgumentException(
          "as_of: found '%s'; allowed are latest, yesterday and a date such as 2026-06-30"
              .formatted(text),
          fault);
    }
  }
}
