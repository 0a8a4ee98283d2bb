package io.tributary.models.rfm;

import java.util.Locale;

/** How a quintile reads in words: high 4 or 5, medium 3, low 1 or 2. */
public enum Level {
  LOW,
  MEDIUM,
  HIGH;

  /** The level as tables write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of a quintile, of which 5 is the best fifth. */
  public static Level ofQuintile(int quintile) {
    if (quintile < 1 || quintile > 5) {
      throw new IllegalArgumentException("a quintile is 1 to 5, not " + quintile);
    }
    if (quintile == 3) {
      return MEDIUM;
    }
    return quintile > 3 ? HIGH : LOW;
  }
}
