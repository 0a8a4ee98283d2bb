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
import java.time.LocalDate;
import java.util.Locale;

/** Television as a ratings service reports it: rating points, thousands, and percentages. */
public final class TvDelivery implements Source {
  private static final Frame FRAME =
      Frame.table(
          "Week Of",
          "DMA Code",
          "DMA Name",
          "Advertiser",
          "GRPs",
          "Impressions (000)",
          "Reach %",
          "Avg Freq",
          "Cost USD");

  private final Scale scale;
  private final MediaDelivery delivery;

  /** The report of this delivery. */
  public TvDelivery(Scale scale, MediaDelivery delivery) {
    this.scale = scale;
    this.delivery = delivery;
  }

  @Override
  public void open(Shipment shipment) {
    var shipped = shipment.delivery();
    var from = shipped.isHistory() ? scale.firstDay() : shipped.date();
    var file = shipment.landing("tv_delivery", "tv.csv.gz", FRAME);
    delivery
        .weeksEnding(from, shipped.date())
        .forEach(
            week -> {
              for (var brand : MediaDelivery.BRANDS) {
                for (var area : MarketArea.all()) {
                  var seen = delivery.exposure(brand, Medium.TV, area, week);
                  if (seen.points() > 0) {
                    file.add(week.begin() + area.code() + brand, record(week, brand, area, seen));
                  }
                }
              }
            });
  }

  private static String record(Week week, Brand brand, MarketArea area, Exposure seen) {
    LocalDate monday = week.begin();
    return Csv.line(
        "%02d/%02d/%d".formatted(monday.getMonthValue(), monday.getDayOfMonth(), monday.getYear()),
        area.code(),
        area.name(),
        "PRISM " + brand.name(),
        decimals("%.1f", seen.points()),
        decimals("%.3f", seen.impressions() / 1000.0),
        decimals("%.1f", 100 * seen.reach()),
        decimals("%.2f", seen.frequency()),
        Amount.text(MarketDelivery.cost(Medium.TV, seen)));
  }

  private static String decimals(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
