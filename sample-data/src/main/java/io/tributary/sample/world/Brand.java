package io.tributary.sample.world;

import java.time.ZoneId;
import java.util.Locale;

/** The four brands of Prism, each with a web shop in its own time zone and currency. */
public enum Brand {
  HOME(1, "HM", "America/New_York", "USD"),
  APPAREL(2, "AP", "Europe/London", "GBP"),
  BEAUTY(3, "BE", "Europe/Berlin", "EUR"),
  KIDS(4, "KD", "America/Los_Angeles", "USD");

  private final int number;
  private final String prefix;
  private final String zone;
  private final String currency;

  Brand(int number, String prefix, String zone, String currency) {
    this.number = number;
    this.prefix = prefix;
    this.zone = zone;
    this.currency = currency;
  }

  /** How the brand is written in paths, host names and campaign names. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How the brand is written to people. */
  public String title() {
    return name().charAt(0) + slug().substring(1);
  }

  /** A digit that keeps the brands' ids apart. */
  public int number() {
    return number;
  }

  /** The two letters its stock numbers begin with. */
  public String prefix() {
    return prefix;
  }

  /** The time zone of its web shop. */
  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  /** The currency of its web shop. */
  public String currency() {
    return currency;
  }

  /** The web shop's address. */
  public String site() {
    return "https://" + slug() + ".prism.example";
  }
}
