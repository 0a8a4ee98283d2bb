package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * How busy each day is, relative to an average day of the first year: the month, the weekday and a
 * steady growth. Buying happens evenly in "busy time", the running sum of these weights.
 */
public final class Season {
  private static final double[] MONTHS = {
    .88, .84, .93, .96, 1.0, .98, .93, .91, .97, 1.02, 1.28, 1.30
  };
  private static final double[] WEEKDAYS = {.94, .90, .92, .96, 1.06, 1.18, 1.04};
  private static final double GROWTH_A_YEAR = .05;

  private final double[] untilDay;

  /** The season of a world's days and of the future that is drawn beyond them. */
  public Season(Scale scale) {
    untilDay = new double[scale.days() + Scale.FUTURE_DAYS + 1];
    for (int day = 0; day < untilDay.length - 1; day++) {
      untilDay[day + 1] = untilDay[day] + weight(scale.date(day), day);
    }
  }

  private static double weight(LocalDate date, int day) {
    return MONTHS[date.getMonthValue() - 1]
        * WEEKDAYS[date.getDayOfWeek().getValue() - 1]
        * (1 + GROWTH_A_YEAR * day / 365);
  }

  /** The busy time that has passed when this day begins. */
  public double until(int day) {
    return untilDay[day];
  }

  /** The day on which so much busy time has passed; the number of days if it never does. */
  public int dayAt(double busyTime) {
    int found = Arrays.binarySearch(untilDay, busyTime);
    return found >= 0 ? found : -found - 2;
  }

  /** The number of days, the future included. */
  public int days() {
    return untilDay.length - 1;
  }
}
