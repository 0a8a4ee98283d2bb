package io.tributary.sample.source.retail;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.retail.RetailSales;
import io.tributary.sample.retail.Retailer;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.MarketArea;
import io.tributary.sample.world.Scale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Walmart's point-of-sale report by item, market and week of its own, Saturday to Friday, numbered
 * from the last Saturday of January. Late stores are missing at first and come a week later.
 */
public final class WalmartSales implements Source {
  private static final double AT_FIRST = .97;
  private static final Frame FRAME =
      Frame.table(
          "WM Week",
          "Market",
          "Market Nbr",
          "Prime Item Nbr",
          "Prime Item Desc",
          "POS Qty",
          "POS Sales",
          "Curr Str On Hand Qty");

  private final RetailSales sales;
  private final RetailWeeks weeks;

  /** The report of these sales. */
  public WalmartSales(Scale scale, RetailSales sales) {
    this.sales = sales;
    weeks = new RetailWeeks(Retailer.WALMART, scale);
  }

  @Override
  public void open(Shipment shipment) {
    var fresh = weeks.fresh(shipment.delivery());
    if (fresh.isEmpty()) {
      return;
    }
    var file = shipment.landing("walmart_sales", "pos.csv.gz", FRAME);
    var newest = fresh.get(fresh.size() - 1);
    for (var end : fresh) {
      add(end, end.equals(newest) ? AT_FIRST : 1, file);
    }
    if (!shipment.delivery().isHistory()) {
      weeks.corrected(shipment.delivery()).forEach(end -> add(end, 1, file));
    }
  }

  private void add(LocalDate end, double share, ExportFile file) {
    for (var item : sales.items()) {
      for (var area : MarketArea.all()) {
        long units = Math.round(share * sales.week(Retailer.WALMART, item, area, end));
        file.add(
            week(end) + area.code() + item.product().id(),
            Csv.line(
                week(end),
                area.name(),
                area.code(),
                item.number(Retailer.WALMART),
                item.product().title(),
                units,
                "$" + Amount.text(units * item.price()),
                units * 3 + 2));
      }
    }
  }

  /** The number of the week that ends on this Friday, such as 202622. */
  static String week(LocalDate end) {
    var begin = firstSaturday(end.getYear());
    if (begin.isAfter(end)) {
      begin = firstSaturday(end.getYear() - 1);
    }
    long number = ChronoUnit.DAYS.between(begin, end) / 7 + 1;
    return "%d%02d".formatted(begin.getYear() + 1, number);
  }

  private static LocalDate firstSaturday(int year) {
    var january = LocalDate.of(year, 1, 31);
    return january.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
  }
}
