package io.tributary.sample.journey;

import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Person;
import io.tributary.sample.world.Scramble;

/** What a person visits a brand with, for as long as its cookie or installation lasts. */
public record Device(Person person, Brand brand, Kind kind, int renewal) {
  private static final int APP_ID_BYTES = 8;

  /** The kinds of device. */
  public enum Kind {
    DESKTOP(0, "desktop", "Windows", "Chrome"),
    MOBILE(1, "mobile", "Android", "Chrome"),
    TABLET(2, "tablet", "iOS", "Safari"),
    IOS(3, "mobile", "iOS", ""),
    ANDROID(4, "mobile", "Android", "");

    private final int number;
    private final String category;
    private final String system;
    private final String browser;

    Kind(int number, String category, String system, String browser) {
      this.number = number;
      this.category = category;
      this.system = system;
      this.browser = browser;
    }

    /** Its category in reports. */
    public String category() {
      return category;
    }

    /** Its operating system. */
    public String system() {
      return system;
    }

    /** Its browser; empty in an app. */
    public String browser() {
      return browser;
    }

    /** Whether the brand's app runs on it rather than its site. */
    public boolean isApp() {
      return this == IOS || this == ANDROID;
    }
  }

  /** The number in the cookie. */
  public long clientId() {
    return 1_000_000_000L + Scramble.of(key(), 61);
  }

  /** The app's installation id. */
  public String installationId() {
    long bits = Draw.of(key(), "installation").bits();
    return "%016X".formatted(bits).repeat(2).substring(0, 4 * APP_ID_BYTES);
  }

  private long key() {
    return ((person.number() * 5 + brand.number()) * Kind.values().length + kind.number) * 4
        + renewal;
  }
}
