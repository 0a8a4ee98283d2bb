package io.tributary.sample.source.media;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.media.Holdout;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.MarketArea;
import io.tributary.sample.world.Scale;

/** The calendar of geographic tests: which market areas go without what and when. */
public final class GeoHoldouts implements Source {
  private static final int ANNOUNCED_WEEKS = 3;

  private final Scale scale;

  /** The calendar of a world of this scale. */
  public GeoHoldouts(Scale scale) {
    this.scale = scale;
  }

  @Override
  public void open(Shipment shipment) {
    var frame =
        Frame.table(
            "test_id",
            "brand",
            "channel",
            "market_code",
            "market_name",
            "treatment",
            "starts_on",
            "ends_on",
            "announced_on");
    var file = shipment.landing("geo_holdouts", "holdouts.csv", frame);
    for (var test : Holdout.all(scale)) {
      var announcedOn = test.from().begin().minusWeeks(ANNOUNCED_WEEKS);
      if (shipment.delivery().brings(announcedOn)) {
        for (var area : MarketArea.all()) {
          boolean silent = test.areas().contains(area.code());
          file.add(
              test.id() + area.code(),
              Csv.line(
                  test.id(),
                  test.brand().title(),
                  test.medium().slug(),
                  area.code(),
                  area.name(),
                  silent ? "holdout" : "control",
                  test.from().begin(),
                  test.to().end(),
                  announcedOn));
        }
      }
    }
  }
}
