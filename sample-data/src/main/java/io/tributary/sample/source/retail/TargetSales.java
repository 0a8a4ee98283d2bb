package io.tributary.sample.source.retail;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.retail.RetailSales;
import io.tributary.sample.retail.Retailer;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.MarketArea;
import io.tributary.sample.world.Scale;
import java.math.BigDecimal;

/**
 * Target's sales by item, market and week, Sunday to Saturday, named by its last day the American
 * way; sales in thousands of dollars.
 */
public final class TargetSales implements Source {
  private static final Frame FRAME =
      Frame.table(
          "Fiscal Week End Date", "DPCI", "Item Description", "Mkt Cd", "Sales U", "Sales $ (000)");

  private final RetailSales sales;
  private final RetailWeeks weeks;

  /** The report of these sales. */
  public TargetSales(Scale scale, RetailSales sales) {
    this.sales = sales;
    weeks = new RetailWeeks(Retailer.TARGET, scale);
  }

  @Override
  public void open(Shipment shipment) {
    var ends = weeks.fresh(shipment.delivery());
    if (ends.isEmpty()) {
      return;
    }
    var file = shipment.landing("target_sales", "sales.csv.gz", FRAME);
    for (var end : ends) {
      for (var item : sales.items()) {
        for (var area : MarketArea.all()) {
          long units = sales.week(Retailer.TARGET, item, area, end);
          file.add(
              end + area.code() + item.product().id(),
              Csv.line(
                  "%d/%d/%d".formatted(end.getMonthValue(), end.getDayOfMonth(), end.getYear()),
                  item.number(Retailer.TARGET),
                  item.product().title(),
                  area.code(),
                  units,
                  BigDecimal.valueOf(units * item.price(), 5).toPlainString()));
        }
      }
    }
  }
}
