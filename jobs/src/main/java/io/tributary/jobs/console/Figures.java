package io.tributary.jobs.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as people read them. */
public final class Figures {
  private Figures() {}

  /** A whole number with its thousands set apart. */
  public static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number with two digits after the point; a dash when there is none. */
  public static String exact(BigDecimal number) {
    return number == null
        ? "–"
        : String.format(Locale.ROOT, "%,.2f", number.setScale(2, RoundingMode.HALF_UP));
  }

  /** A share of 1 in percent; 0.0 and 100.0 stand for nothing and for all, and for no other. */
  public static String percent(double share) {
    double percent =
        share > 0 && share < 1 ? Math.max(0.1, Math.min(99.9, 100 * share)) : 100 * share;
    return String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** A time in the unit that fits it. */
  public static String duration(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d min %02d s".formatted(whole / 60, whole % 60)
        : "%d h %02d min".formatted(whole / 3600, whole % 3600 / 60);
  }

  /** A count and its noun, which takes an s unless the count is one. */
  public static String count(long number, String noun) {
    return whole(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** Bytes in the unit that fits them. */
  public static String bytes(long bytes) {
    double gigabytes = bytes / 1e9;
    return gigabytes >= 1
        ? String.format(Locale.ROOT, "%.1f GB", gigabytes)
        : String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
  }
}
