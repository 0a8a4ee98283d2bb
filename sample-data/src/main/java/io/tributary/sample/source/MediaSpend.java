package io.tributary.sample.source;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Channel;
import io.tributary.sample.world.MediaPlan;
import io.tributary.sample.world.Scale;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What each brand's media cost a channel and day. Every delivery restates the last week, because
 * the figures of the latest days are still short of late counts.
 */
public final class MediaSpend implements Source {
  private static final int WINDOW_DAYS = 7;
  private static final double AGENCY_FEE = .10;
  private static final int DAYS_TO_COMPLETE = 3;
  private static final double LATE_A_DAY = .04;

  private final Scale scale;
  private final MediaPlan plan;

  /** The spending planned in a world of this scale. */
  public MediaSpend(Scale scale, MediaPlan plan) {
    this.scale = scale;
    this.plan = plan;
  }

  @Override
  public void open(Shipment shipment) {
    var file =
        shipment.landing(
            "media_spend",
            "spend.csv.gz",
            Frame.table(
                "date",
                "brand",
                "account",
                "channel",
                "campaign",
                "impressions",
                "clicks",
                "cost",
                "currency",
                "agency_fee"));
    var delivery = shipment.delivery();
    var last = delivery.date();
    var first = delivery.isHistory() ? scale.firstDay() : last.minusDays(WINDOW_DAYS - 1L);
    first
        .datesUntil(last.plusDays(1))
        .forEach(
            date -> {
              for (var brand : Brand.values()) {
                add(date, brand, last, file);
              }
            });
  }

  private void add(LocalDate date, Brand brand, LocalDate reportedOn, ExportFile file) {
    for (var channel : Channel.values()) {
      var spending = plan.on(date, brand, channel, counted(date, reportedOn));
      file.add(
          date + brand.slug() + channel.slug(),
          Csv.line(
              date,
              brand.title(),
              brand.slug() + "-" + channel.source(),
              channel.slug(),
              channel.campaign(brand, date),
              spending.impressions(),
              spending.clicks(),
              Amount.text(Math.round(spending.cost() * 100)),
              brand.currency(),
              Amount.text(Math.round(spending.cost() * 100 * AGENCY_FEE))));
    }
  }

  private static double counted(LocalDate date, LocalDate reportedOn) {
    long age = ChronoUnit.DAYS.between(date, reportedOn);
    return 1 - LATE_A_DAY * Math.max(0, DAYS_TO_COMPLETE - age);
  }
}
