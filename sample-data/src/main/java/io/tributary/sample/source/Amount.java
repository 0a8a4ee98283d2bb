package io.tributary.sample.source;

import java.math.BigDecimal;

/** Writes minor units as decimals. */
public final class Amount {
  private Amount() {}

  /** As a number. */
  public static BigDecimal of(long minorUnits) {
    return BigDecimal.valueOf(minorUnits, 2);
  }

  /** As text. */
  public static String text(long minorUnits) {
    return of(minorUnits).toPlainString();
  }
}
