package io.tributary.sample.source.retail;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.media.MediaDelivery;
import io.tributary.sample.media.Week;
import io.tributary.sample.retail.RetailSales;
import io.tributary.sample.retail.Retailer;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.MarketArea;
import io.tributary.sample.world.Scale;
import java.time.LocalDate;
import java.util.List;

/**
 * A market researcher's estimate of what Walmart and Target sell of each brand, Monday to Sunday.
 * It disagrees with the partners' own reports: it sees too little of one and too much of the other.
 */
public final class RetailPanel implements Source {
  private static final int DAYS_TO_REPORT = 5;
  private static final double SPREAD = 400;
  private static final Frame FRAME =
      Frame.table(
          "period_end", "retailer", "geography", "brand", "est_units", "est_dollars", "buyers_n");

  private final Scale scale;
  private final MediaDelivery delivery;
  private final RetailSales sales;

  /** The estimates of these sales. */
  public RetailPanel(Scale scale, MediaDelivery delivery, RetailSales sales) {
    this.scale = scale;
    this.delivery = delivery;
    this.sales = sales;
  }

  /** What share of a partner's sales the panel sees. */
  public static double bias(Retailer retailer) {
    return retailer == Retailer.WALMART ? .91 : 1.06;
  }

  @Override
  public void open(Shipment shipment) {
    var shipped = shipment.delivery();
    var file = shipment.landing("retail_panel", "panel.csv.gz", FRAME);
    delivery
        .weeksEnding(scale.firstDay().plusDays(6), scale.lastDay())
        .filter(week -> shipped.brings(week.end().plusDays(DAYS_TO_REPORT)))
        .forEach(
            week -> {
              for (var retailer : List.of(Retailer.WALMART, Retailer.TARGET)) {
                for (var brand : MediaDelivery.BRANDS) {
                  for (var area : MarketArea.all()) {
                    file.add(
                        week.end() + retailer.slug() + brand + area.code(),
                        record(week, retailer, brand, area));
                  }
                }
              }
            });
  }

  private String record(Week week, Retailer retailer, Brand brand, MarketArea area) {
    LocalDate end = week.end();
    long units = 0;
    long cents = 0;
    for (var item : sales.items()) {
      if (item.product().brand() == brand) {
        long sold = sales.week(retailer, item, area, end);
        units += sold;
        cents += sold * item.price();
      }
    }
    var draw =
        Draw.of(
            scale.seed(),
            "panel " + retailer.slug(),
            brand.number(),
            week.number(),
            Long.parseLong(area.code()));
    double seen = bias(retailer) * draw.gamma(SPREAD, 1);
    return Csv.line(
        end,
        retailer.slug(),
        area.name(),
        brand.title(),
        Math.round(units * seen),
        Amount.text(Math.round(cents * seen)),
        draw.between(20, 90));
  }
}
