package io.tributary.sample.retail;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A retail partner: how much of the brands it sells, and the day its weeks end on. */
public enum Retailer {
  AMAZON(1.0, DayOfWeek.SATURDAY),
  WALMART(1.3, DayOfWeek.FRIDAY),
  TARGET(.8, DayOfWeek.SATURDAY);

  private final double size;
  private final DayOfWeek lastDayOfWeek;

  Retailer(double size, DayOfWeek lastDayOfWeek) {
    this.size = size;
    this.lastDayOfWeek = lastDayOfWeek;
  }

  /** How it is written in files. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  double size() {
    return size;
  }

  /** The end of its first week that ends on this day or later. */
  public LocalDate weekEnd(LocalDate date) {
    return date.with(TemporalAdjusters.nextOrSame(lastDayOfWeek));
  }
}
