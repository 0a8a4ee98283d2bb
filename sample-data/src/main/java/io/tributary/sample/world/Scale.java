package io.tributary.sample.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How large a world is, which days it covers, and the seed that fixes everything in it. */
public record Scale(long seed, int customers, int days, LocalDate lastDay, int daily) {
  /** How long the true future beyond the last day is drawn. */
  public static final int FUTURE_DAYS = 365;

  /** People whose first order falls in so many last days count as new. */
  public static final int NEW_DAYS = 90;

  /** Refuses a world that the processes in it cannot fill. */
  public Scale {
    requireWithin("customers", customers, 1, 50_000_000);
    requireWithin("days", days, 2 * NEW_DAYS, 36_500);
    requireWithin("daily", daily, 0, days - 1);
  }

  private static void requireWithin(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "--%s is %,d. It has to be between %,d and %,d. Choose a value in that range."
              .formatted(option, value, least, most));
    }
  }

  /** Day 0. */
  public LocalDate firstDay() {
    return lastDay.minusDays(days - 1L);
  }

  /** The last day that the first, large delivery holds. */
  public LocalDate historyDay() {
    return lastDay.minusDays(daily);
  }

  /** The calendar date of a day number; numbers beyond the last day are the future. */
  public LocalDate date(int day) {
    return firstDay().plusDays(day);
  }

  /** The day number of a calendar date. */
  public int day(LocalDate date) {
    return (int) ChronoUnit.DAYS.between(firstDay(), date);
  }
}
