package io.tributary.sample.truth;

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
import io.tributary.sample.world.MarketArea;

/** What each retailer truly sold of each brand from Monday to Sunday, whoever reports it how. */
public final class RetailTruth implements Source {
  private final MediaDelivery delivery;
  private final RetailSales sales;

  /** The truth about these sales. */
  public RetailTruth(MediaDelivery delivery, RetailSales sales) {
    this.delivery = delivery;
    this.sales = sales;
  }

  @Override
  public void open(Shipment shipment) {
    var file =
        shipment.truth(
            "retailer_sales.csv",
            Frame.table("week_start", "retailer", "brand", "units", "sales_usd"));
    delivery
        .weeksEnding(shipment.delivery().date().minusYears(1), shipment.delivery().date())
        .forEach(
            week -> {
              for (var retailer : Retailer.values()) {
                for (var brand : MediaDelivery.BRANDS) {
                  file.add(
                      week.begin() + retailer.slug() + brand.slug(), record(week, retailer, brand));
                }
              }
            });
  }

  private String record(Week week, Retailer retailer, Brand brand) {
    long units = 0;
    long cents = 0;
    for (var item : sales.items()) {
      if (item.product().brand() == brand) {
        for (var area : MarketArea.all()) {
          long sold = sales.week(retailer, item, area, week.end());
          units += sold;
          cents += sold * item.price();
        }
      }
    }
    return Csv.line(week.begin(), retailer.slug(), brand.slug(), units, Amount.text(cents));
  }
}
