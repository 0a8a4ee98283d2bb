package io.tributary.sample.media;

import java.time.LocalDate;

/** A week from Monday to Sunday, counted from 1970. */
public record Week(int number) {
  private static final int DAYS = 7;
  private static final int FIRST_MONDAY = -3;

  /** The week of a day. */
  public static Week of(LocalDate date) {
    return new Week((int) Math.floorDiv(date.toEpochDay() - FIRST_MONDAY, (long) DAYS));
  }

  /** Its Monday. */
  public LocalDate begin() {
    return LocalDate.ofEpochDay((long) number * DAYS + FIRST_MONDAY);
  }

  /** Its Sunday. */
  public LocalDate end() {
    return begin().plusDays(DAYS - 1L);
  }
}
