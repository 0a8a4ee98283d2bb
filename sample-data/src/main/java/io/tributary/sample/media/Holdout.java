package io.tributary.sample.media;

import io.tributary.sample.world.Brand;
import io.tributary.sample.world.MarketArea;
import io.tributary.sample.world.Scale;
import java.util.List;

/** A geographic test: a medium goes silent for a brand in some market areas for some weeks. */
public record Holdout(
    String id, Brand brand, Medium medium, List<String> areas, Week from, Week to) {
  /** The tests of a world, of the lengths and the time before its last day that are usual. */
  public static List<Holdout> all(Scale scale) {
    int last = Week.of(scale.lastDay()).number();
    var tv =
        new Holdout(
            "GEO-TV-HOME",
            Brand.HOME,
            Medium.TV,
            List.of("623", "511", "753", "613", "820"),
            new Week(last - 22),
            new Week(last - 15));
    var video =
        new Holdout(
            "GEO-VIDEO-KIDS",
            Brand.KIDS,
            Medium.VIDEO,
            List.of("504", "807", "539", "659"),
            new Week(last - 12),
            new Week(last - 7));
    return List.of(tv, video);
  }

  /** Whether it silences this medium here and now. */
  boolean silences(Brand advertised, Medium used, MarketArea area, Week week) {
    return brand == advertised && medium == used && areas.contains(area.code()) && lasts(week);
  }

  /** Whether the test runs in a week. */
  public boolean lasts(Week week) {
    return week.number() >= from.number() && week.number() <= to.number();
  }
}
