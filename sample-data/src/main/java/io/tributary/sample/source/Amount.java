package io.tributary.sample.source;

import java.math.BigDecimal;

/** Writes minor units as decimals. */
final class Amount {
  private Amount() {}

  static BigDecimal of(long minorUnits) {
    return BigDecimal.valueOf(minorUnits, 2);
  }

  static String text(long minorUnits) {
    return of(minorUnits).toPlainString();
  }
}
