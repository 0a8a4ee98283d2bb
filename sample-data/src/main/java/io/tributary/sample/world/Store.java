package io.tributary.sample.world;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The three stores; each sells three of the brands at tills that know local time only. */
public enum Store {
  NEW_YORK("NY1", "America/New_York", "USD"),
  LONDON("LO1", "Europe/London", "GBP"),
  BERLIN("BE1", "Europe/Berlin", "EUR");

  private final String code;
  private final String zone;
  private final String currency;

  Store(String code, String zone, String currency) {
    this.code = code;
    this.zone = zone;
    this.currency = currency;
  }

  /** How the store is written in file names. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How the store is written on receipts. */
  public String code() {
    return code;
  }

  /** The time zone its clocks show. */
  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  /** The currency its tills take. */
  public String currency() {
    return currency;
  }

  /** The brands on its floors. */
  public List<Brand> brands() {
    return switch (this) {
      case NEW_YORK -> List.of(Brand.HOME, Brand.KIDS, Brand.APPAREL);
      case LONDON -> List.of(Brand.APPAREL, Brand.HOME, Brand.BEAUTY);
      case BERLIN -> List.of(Brand.BEAUTY, Brand.APPAREL, Brand.KIDS);
    };
  }
}
