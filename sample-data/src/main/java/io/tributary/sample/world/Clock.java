package io.tributary.sample.world;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Draws times of day. */
final class Clock {
  private static final double[] WEB_HOURS = {
    2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5, 6, 5, 5, 5, 5, 6, 7, 8, 9, 9, 7, 4
  };
  private static final double[] STORE_HOURS = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 6, 8, 8, 7, 7, 8, 9, 7, 4, 0, 0, 0, 0
  };

  private Clock() {}

  static LocalDateTime web(LocalDate date, Draw draw) {
    return at(date, WEB_HOURS, draw);
  }

  static LocalDateTime store(LocalDate date, Draw draw) {
    return at(date, STORE_HOURS, draw);
  }

  private static LocalDateTime at(LocalDate date, double[] hours, Draw draw) {
    return date.atTime(draw.weighted(hours), draw.between(0, 59), draw.between(0, 59));
  }
}
