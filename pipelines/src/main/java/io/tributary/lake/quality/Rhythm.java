package io.tributary.lake.quality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** How often a source delivers, told from the days on which it did. */
public record Rhythm(String source, List<LocalDate> days) {
  private static final int REMEMBERED = 28;

  /** The days in any order, each as often as there were files. */
  public static Rhythm of(String source, Collection<LocalDate> days) {
    return new Rhythm(source, days.stream().distinct().sorted().toList());
  }

  public LocalDate last() {
    return days.get(days.size() - 1);
  }

  /**
   * So many days may pass without a delivery: the second-longest pause of late, and a day. One long
   * pause, an outage or the step from history to daily files, is no rhythm; neither are two days.
   */
  public OptionalLong window() {
    List<Long> pauses = new ArrayList<>();
    for (int i = Math.max(1, days.size() - REMEMBERED); i < days.size(); i++) {
      pauses.add(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
    }
    pauses.sort(Comparator.reverseOrder());
    return pauses.size() < 2 ? OptionalLong.empty() : OptionalLong.of(pauses.get(1) + 1);
  }

  /** 100 within the window, then falling as the days pass: 50 at twice the window. */
  double points(LocalDate asOf) {
    long since = since(asOf);
    return window().isEmpty() || since <= window().getAsLong()
        ? 100
        : 100.0 * window().getAsLong() / since;
  }

  /** Whether more days have passed than may. */
  public boolean isLate(LocalDate asOf) {
    return points(asOf) < 100;
  }

  /** How long ago the last delivery was, and when one is due; the source is named beside it. */
  public String words(LocalDate asOf) {
    return "last delivered for %s, %d days before %s, and is due within %d days"
        .formatted(last(), since(asOf), asOf, window().orElse(0));
  }

  private long since(LocalDate asOf) {
    return ChronoUnit.DAYS.between(last(), asOf);
  }
}
