package io.tributary.sample.truth;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.stock.Outage;
import io.tributary.sample.stock.Stock;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Shoe;
import io.tributary.sample.world.World;
import java.time.LocalDate;
import java.util.Locale;

/** When units ran out, the sales that were missed, and the advertising that was wasted on them. */
public final class StockOuts implements Source {
  private static final Frame FRAME =
      Frame.table(
          "sku",
          "brand",
          "from",
          "to",
          "demand_a_day",
          "sold_units",
          "lost_units",
          "lost_sales_usd",
          "ad_cost_usd",
          "wasted_ad_cost_usd");

  private final World world;
  private final Stock stock;
  private final Shoe shoe;

  /** The gaps of this stock. */
  public StockOuts(World world, Stock stock, Shoe shoe) {
    this.world = world;
    this.stock = stock;
    this.shoe = shoe;
  }

  @Override
  public void open(Shipment shipment) {
    stock.begin();
  }

  @Override
  public void add(Family family, Shipment shipment) {
    stock.count(family);
  }

  @Override
  public void close(Shipment shipment) {
    var file = shipment.truth("stock_outs.csv", FRAME);
    for (var outage : stock.outages()) {
      file.add(outage.sku().variant().sku(), record(outage));
    }
  }

  private String record(Outage outage) {
    var product = outage.sku().product();
    LocalDate from = world.scale().date(outage.from());
    LocalDate to = world.scale().date(outage.to());
    double price = world.rates().usd(product.price(to), product.brand().currency(), to);
    double adCost = product.equals(shoe.product()) ? adCost(from, to) : 0;
    double wasted = adCost * outage.lostUnits() / (outage.lostUnits() + outage.sold());
    return Csv.line(
        outage.sku().variant().sku(),
        product.brand().slug(),
        from,
        to,
        decimals(outage.demandADay()),
        outage.sold(),
        decimals(outage.lostUnits()),
        decimals(outage.lostUnits() * price),
        decimals(adCost),
        decimals(wasted));
  }

  private double adCost(LocalDate from, LocalDate to) {
    long cents = from.datesUntil(to.plusDays(1)).mapToLong(shoe::adCost).sum();
    return cents / 100.0 / shoe.product().variants().size();
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
