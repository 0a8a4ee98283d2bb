package io.tributary.sample.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** What a unit of each foreign currency costs in US dollars, fixed on business days. */
public final class ExchangeRates {
  /** The foreign currencies. */
  public static final List<String> CURRENCIES = List.of("EUR", "GBP");

  private static final int DIGITS = 4;

  private final Scale scale;
  private final double[][] levels;

  /** Slow random walks around long-run levels, fixed by the world's seed. */
  public ExchangeRates(Scale scale) {
    this.scale = scale;
    levels = new double[][] {walk(scale, "EUR", 1.085), walk(scale, "GBP", 1.268)};
  }

  private static double[] walk(Scale scale, String currency, double mean) {
    var draw = Draw.of(scale.seed(), "rate " + currency);
    var level = new double[scale.days() + Scale.FUTURE_DAYS];
    double gap = 0;
    for (int day = 0; day < level.length; day++) {
      gap = .995 * gap + .004 * draw.normal();
      level[day] = mean * (1 + gap);
    }
    return level;
  }

  /** Whether rates are fixed on this day. */
  public static boolean isBusinessDay(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** The last business day before this one. */
  public static LocalDate businessDayBefore(LocalDate date) {
    var before = date.minusDays(1);
    return isBusinessDay(before) ? before : businessDayBefore(before);
  }

  /** Whether this day's fixing was first published wrong and corrected a business day later. */
  public static boolean isCorrectedLater(LocalDate date) {
    return isBusinessDay(date) && date.getDayOfYear() % 8 == 6;
  }

  /** The final rate that holds on a day: at weekends that of the Friday before. */
  public BigDecimal usdPerUnit(String currency, LocalDate date) {
    if (currency.equals("USD")) {
      return BigDecimal.ONE;
    }
    var fixed = isBusinessDay(date) ? date : businessDayBefore(date);
    int day = Math.max(0, scale.day(fixed));
    double level = levels[CURRENCIES.indexOf(currency)][day];
    return BigDecimal.valueOf(level).setScale(DIGITS, RoundingMode.HALF_UP);
  }

  /** The rate as first published, which differs where it was corrected later. */
  public BigDecimal firstPublished(String currency, LocalDate date) {
    var rate = usdPerUnit(currency, date);
    return isCorrectedLater(date) ? rate.add(new BigDecimal("0.0250")) : rate;
  }

  /** An amount in minor units, in US dollars. */
  public double usd(long minorUnits, String currency, LocalDate date) {
    return minorUnits * usdPerUnit(currency, date).doubleValue() / 100;
  }
}
