package io.tributary.sample.source.retail;

import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.retail.RetailItem;
import io.tributary.sample.retail.RetailSales;
import io.tributary.sample.retail.Retailer;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.MarketArea;
import io.tributary.sample.world.Scale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Amazon's vendor sales report as its Selling Partner API gives it: one document with the country's
 * sales by item and week, Sunday to Saturday.
 */
public final class AmazonSales implements Source {
  private static final double RETURNED = .04;
  private static final double COST_SHARE = .72;

  private final Scale scale;
  private final RetailSales sales;
  private final RetailWeeks weeks;

  /** The report of these sales. */
  public AmazonSales(Scale scale, RetailSales sales) {
    this.scale = scale;
    this.sales = sales;
    weeks = new RetailWeeks(Retailer.AMAZON, scale);
  }

  /** Sales of one item, or of all, in the week that ends on a day. */
  private record Sold(LocalDate end, long ordered, long shipped, long returned, long cents) {
    Json report() {
      return new Json().with("startDate", end.minusDays(6)).with("endDate", end);
    }

    Json figures(Json json) {
      long shippedCents = ordered == 0 ? 0 : cents * (shipped - returned) / ordered;
      return json.with("customerReturns", returned)
          .with("orderedRevenue", money(cents))
          .with("orderedUnits", ordered)
          .with("shippedCogs", money(Math.round(shippedCents * COST_SHARE)))
          .with("shippedRevenue", money(shippedCents))
          .with("shippedUnits", shipped);
    }

    private static Json money(long cents) {
      return new Json().with("amount", Amount.of(cents)).with("currencyCode", "USD");
    }

    Sold plus(Sold other) {
      return new Sold(
          end,
          ordered + other.ordered,
          shipped + other.shipped,
          returned + other.returned,
          cents + other.cents);
    }
  }

  @Override
  public void open(Shipment shipment) {
    var ends = weeks.fresh(shipment.delivery());
    if (ends.isEmpty()) {
      return;
    }
    var aggregate = new ArrayList<Json>();
    var byItem = new ArrayList<Json>();
    for (var end : ends) {
      var all = new Sold(end, 0, 0, 0, 0);
      for (var item : sales.items()) {
        var sold = sold(item, end);
        all = all.plus(sold);
        var json = sold.report().with("asin", item.number(Retailer.AMAZON));
        byItem.add(sold.figures(json));
      }
      aggregate.add(all.figures(all.report()));
    }
    var head = head(ends, shipment.delivery().date(), aggregate);
    var file =
        shipment.landing("amazon_sales", "vendor_sales.json.gz", new Frame(head, ",\n", "\n]}\n"));
    byItem.forEach(json -> file.add("", json.toString()));
  }

  private static String head(List<LocalDate> ends, LocalDate updatedOn, List<Json> aggregate) {
    var options =
        new Json()
            .with("distributorView", "MANUFACTURING")
            .with("reportPeriod", "WEEK")
            .with("sellingProgram", "RETAIL");
    var specification =
        new Json()
            .with("reportType", "GET_VENDOR_SALES_REPORT")
            .with("reportOptions", options)
            .with("lastUpdatedDate", updatedOn)
            .with("dataStartTime", ends.get(0).minusDays(6))
            .with("dataEndTime", ends.get(ends.size() - 1))
            .with("marketplaceIds", List.of("ATVPDKIKX0DER"));
    return "{\"reportSpecification\":%s,\n\"salesAggregate\":%s,\n\"salesByAsin\":[\n"
        .formatted(specification, aggregate);
  }

  private Sold sold(RetailItem item, LocalDate end) {
    long units = 0;
    for (var area : MarketArea.all()) {
      units += sales.week(Retailer.AMAZON, item, area, end);
    }
    var draw = Draw.of(scale.seed(), "amazon", item.product().id(), end.toEpochDay());
    long shipped = units - draw.poisson(units * .01);
    return new Sold(end, units, shipped, draw.poisson(units * RETURNED), units * item.price());
  }
}
