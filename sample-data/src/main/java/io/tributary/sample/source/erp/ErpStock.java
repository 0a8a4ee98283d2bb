package io.tributary.sample.source.erp;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.stock.Stock;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Scale;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Stock at the end of the day: of every day in the last half year, of Sundays before. */
public final class ErpStock implements Source {
  private static final int DAYS_KEPT = 182;
  private static final Frame FRAME =
      Frame.table(
          "stock_date",
          "warehouse",
          "sku",
          "on_hand",
          "on_order",
          "reorder_point",
          "unit_cost",
          "currency");

  private final Scale scale;
  private final Stock stock;

  /** The export of this stock. */
  public ErpStock(Scale scale, Stock stock) {
    this.scale = scale;
    this.stock = stock;
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
    var file = shipment.landing("erp_stock", "stock.csv.gz", FRAME);
    shipment
        .delivery()
        .restated(scale.firstDay(), 0)
        .filter(this::isKept)
        .forEach(
            date ->
                stock
                    .shelves()
                    .forEach(
                        (sku, shelf) ->
                            file.add(
                                date + sku.variant().sku(),
                                Csv.line(
                                    date,
                                    sku.warehouse(),
                                    sku.variant().sku(),
                                    shelf.onHand(scale.day(date)),
                                    shelf.onOrder(scale.day(date)),
                                    shelf.reorderPoint(),
                                    ErpCatalogue.cost(sku.product()),
                                    sku.product().brand().currency()))));
  }

  private boolean isKept(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SUNDAY
        || date.isAfter(scale.lastDay().minusDays(DAYS_KEPT));
  }
}
