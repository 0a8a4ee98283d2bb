package io.tributary.sample.source.media;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.media.Exposure;
import io.tributary.sample.media.MediaDelivery;
import io.tributary.sample.media.Medium;
import io.tributary.sample.media.Week;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.MarketArea;
import io.tributary.sample.world.Scale;
import java.util.List;
import java.util.Locale;

/** Everything but television by market area and week, as the agency reports it. */
public final class MarketDelivery implements Source {
  private static final List<Medium> MEDIA =
      List.of(Medium.VIDEO, Medium.INFLUENCER, Medium.SOCIAL, Medium.SEARCH, Medium.RETAIL_MEDIA);
  private static final Frame FRAME =
      Frame.table(
          "week_start",
          "brand",
          "channel",
          "market_code",
          "impressions",
          "reach",
          "frequency",
          "cost",
          "currency");

  private final Scale scale;
  private final MediaDelivery delivery;

  /** The report of this delivery. */
  public MarketDelivery(Scale scale, MediaDelivery delivery) {
    this.scale = scale;
    this.delivery = delivery;
  }

  /** What so many exposures cost, in cents. */
  static long cost(Medium medium, Exposure seen) {
    return Math.round(seen.impressions() * medium.costAThousand() / 10);
  }

  @Override
  public void open(Shipment shipment) {
    var shipped = shipment.delivery();
    var from = shipped.isHistory() ? scale.firstDay() : shipped.date();
    for (var medium : MEDIA) {
      var file = shipment.landing("market_delivery", medium.slug() + ".csv.gz", FRAME);
      delivery
          .weeksEnding(from, shipped.date())
          .forEach(
              week -> {
                for (var brand : MediaDelivery.BRANDS) {
                  for (var area : MarketArea.all()) {
                    var seen = delivery.exposure(brand, medium, area, week);
                    if (seen.points() > 0) {
                      var place = new Place(week, brand, medium, area);
                      file.add(week.begin() + area.code() + brand, place.record(seen));
                    }
                  }
                }
              });
    }
  }

  private record Place(Week week, Brand brand, Medium medium, MarketArea area) {
    String record(Exposure seen) {
      return Csv.line(
          week.begin(),
          brand.title(),
          medium.slug(),
          area.code(),
          seen.impressions(),
          Math.round(seen.reach() * seen.audience()),
          String.format(Locale.ROOT, "%.3f", seen.frequency()),
          Amount.text(cost(medium, seen)),
          "USD");
    }
  }
}
