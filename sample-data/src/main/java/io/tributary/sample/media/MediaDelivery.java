package io.tributary.sample.media;

import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.MarketArea;
import io.tributary.sample.world.Scale;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is delivered of each medium, in flights of four weeks, market area by market area. */
public final class MediaDelivery {
  /** The brands that retailers sell. */
  public static final List<Brand> BRANDS = List.of(Brand.HOME, Brand.KIDS);

  private static final double AUDIENCE = 600_000;
  private static final int FLIGHT_WEEKS = 4;
  private static final double RUNS = .72;

  private final Scale scale;
  private final List<Holdout> holdouts;

  /** The delivery in a world of this scale. */
  public MediaDelivery(Scale scale) {
    this.scale = scale;
    holdouts = Holdout.all(scale);
  }

  /** The tests during it. */
  public List<Holdout> holdouts() {
    return holdouts;
  }

  /** The weeks that end between two days. */
  public Stream<Week> weeksEnding(LocalDate first, LocalDate last) {
    return weeks().filter(week -> !week.end().isBefore(first) && !week.end().isAfter(last));
  }

  /** All weeks that begin in the world's time. */
  public Stream<Week> weeks() {
    int first = Week.of(scale.firstDay().plusDays(6)).number();
    return IntStream.rangeClosed(first, Week.of(scale.lastDay()).number()).mapToObj(Week::new);
  }

  /** What a market area sees in a week. */
  public Exposure exposure(Brand brand, Medium medium, MarketArea area, Week week) {
    boolean silent = holdouts.stream().anyMatch(test -> test.silences(brand, medium, area, week));
    double points = silent ? 0 : planned(brand, medium, area, week);
    return new Exposure(points, AUDIENCE * area.share());
  }

  /** The rating points that were planned, tests or not. */
  double planned(Brand brand, Medium medium, MarketArea area, Week week) {
    long flight = week.number() / FLIGHT_WEEKS;
    var topic = "delivery " + medium.slug();
    var flightDraw = Draw.of(scale.seed(), topic, brand.number(), flight);
    if (!flightDraw.chance(RUNS)) {
      return 0;
    }
    double level = flightDraw.gamma(4, medium.points());
    long code = Long.parseLong(area.code());
    double local = Draw.of(scale.seed(), topic, brand.number(), flight, code).gamma(8, 1);
    double weekly =
        Draw.of(scale.seed(), topic, brand.number(), week.number(), code, 1).gamma(30, 1);
    return level * local * weekly;
  }
}
