package io.tributary.silver;

import static org.apache.spark.sql.functions.col;

import io.tributary.bronze.Records;
import io.tributary.lake.FewRows;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import io.tributary.silver.admission.Arrivals;
import io.tributary.silver.admission.Gathered;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the tables of amounts take what arrives, and restate what a late rate or order changes. */
final class Facts {
  private final Business business;

  Facts(Business business) {
    this.business = business;
  }

  /** An order may be told by several records, so orders are made again as wholes. */
  void orders(Lake lake, Arrivals arrivals) {
    new Gathered(Orders.TABLE, Orders.ORDER_KEY, Orders::once)
        .write(lake, arrivals, rows -> Orders.of(rows, business));
  }

  /** A visit is told by its events, so touchpoints are made again as wholes. */
  void touchpoints(Lake lake, Arrivals arrivals) {
    new Gathered(Touchpoints.TABLE, Touchpoints.TOUCHPOINT_KEY, Touchpoints::once)
        .write(lake, arrivals, rows -> Touchpoints.of(rows, business));
  }

  /**
   * A table of amounts that follow the exchange rates.
   *
   * @param day the day whose rate counts
   * @param made makes its rows of mapped ones
   * @param again prices rows it has made at the rates now known
   */
  record Priced(Table table, Field day, Pricing made, Pricing again) {}

  /** How rows take their worth in the reporting currency. */
  interface Pricing {
    Dataset<Row> of(Dataset<Row> rows, Conversion conversion);
  }

  void priced(Lake lake, Arrivals arrivals, Priced priced) {
    Conversion conversion = conversion(lake);
    Optional<Dataset<Row>> fresh = arrivals.rows().map(rows -> priced.made().of(rows, conversion));
    Optional<Dataset<Row>> repriced = repriced(lake, priced.table(), priced.day());
    restate(
        lake,
        priced.table(),
        new Restated(fresh, repriced, arrivals.fallen()),
        rows -> priced.again().of(rows, conversion));
  }

  /** A partner's sales are ours by the item list, which may become known after them. */
  void retailerSales(Lake lake, Arrivals arrivals) {
    Conversion conversion = conversion(lake);
    Dataset<Row> items = lake.read(PartnerItems.TABLE);
    Optional<Dataset<Row>> fresh =
        arrivals.rows().map(rows -> RetailerSales.of(rows, items, conversion));
    Optional<Dataset<Row>> touched =
        Stream.of(
                repriced(lake, RetailerSales.TABLE, RetailCalendar.WEEK_END), ofChangedItems(lake))
            .flatMap(Optional::stream)
            .reduce(Dataset::union);
    restate(
        lake,
        RetailerSales.TABLE,
        new Restated(fresh, touched, arrivals.fallen()),
        rows -> RetailerSales.settle(rows, items, conversion));
  }

  private static Optional<Dataset<Row>> ofChangedItems(Lake lake) {
    if (!lake.existedBefore(RetailerSales.TABLE) || !lake.isChanged(PartnerItems.TABLE)) {
      return Optional.empty();
    }
    String[] number = {PartnerItems.RETAILER.name(), PartnerItems.PARTNER_ITEM.name()};
    Dataset<Row> items =
        lake.changedKeys(PartnerItems.TABLE, PartnerItems.RETAILER, PartnerItems.PARTNER_ITEM);
    return Optional.of(
        lake.before(RetailerSales.TABLE)
            .join(items, number, "left_semi")
            .select(Records.RECORD_KEY.col()));
  }

  /** A return takes the day and the rate of its order, which may become known after it. */
  void returns(Lake lake, Arrivals arrivals) {
    Conversion conversion = conversion(lake);
    Dataset<Row> orders = lake.read(Orders.TABLE);
    Arrivals.Made settled = rows -> Returns.settle(rows, orders, conversion);
    Optional<Dataset<Row>> fresh =
        arrivals.rows().map(rows -> settled.of(Returns.of(rows, business)));
    Optional<Dataset<Row>> touched =
        Stream.of(
                repriced(lake, Returns.TABLE, Returns.RETURNED_DATE),
                repriced(lake, Returns.TABLE, Returns.ORDER_DATE),
                ofChangedOrders(lake, Returns.TABLE))
            .flatMap(Optional::stream)
            .reduce(Dataset::union);
    restate(lake, Returns.TABLE, new Restated(fresh, touched, arrivals.fallen()), settled);
  }

  /** A review is of who placed its order, which may become known after it. */
  void feedback(Lake lake, Arrivals arrivals, List<String> byOrder) {
    Dataset<Row> orders = lake.read(Orders.TABLE);
    Arrivals.Made settled = rows -> Feedback.settle(rows, orders, byOrder);
    Optional<Dataset<Row>> fresh =
        arrivals.rows().map(rows -> settled.of(Feedback.of(rows, business)));
    Optional<Dataset<Row>> touched = ofChangedOrders(lake, Feedback.TABLE);
    restate(lake, Feedback.TABLE, new Restated(fresh, touched, arrivals.fallen()), settled);
  }

  private static Optional<Dataset<Row>> ofChangedOrders(Lake lake, Table table) {
    if (!lake.existedBefore(table) || !lake.isChanged(Orders.TABLE)) {
      return Optional.empty();
    }
    Dataset<Row> orders = lake.changedKeys(Orders.TABLE, Orders.ORDER_KEY);
    return Optional.of(
        lake.before(table)
            .join(orders, Orders.ORDER_KEY.name(), "left_semi")
            .select(Records.RECORD_KEY.col()));
  }

  /**
   * What a night brings to a table.
   *
   * @param fresh the rows of new records
   * @param touched the keys of records whose stored rows must be made again
   * @param fallen the keys of records that stand no longer
   */
  private record Restated(
      Optional<Dataset<Row>> fresh, Optional<Dataset<Row>> touched, Optional<Dataset<Row>> fallen) {

    Optional<Dataset<Row>> keys() {
      return Stream.of(touched, fallen).flatMap(Optional::stream).reduce(Dataset::union);
    }
  }

  private static void restate(Lake lake, Table table, Restated night, Arrivals.Made again) {
    Optional<Dataset<Row>> keys = night.keys().map(Dataset::distinct).map(FewRows::of);
    if (!lake.existedBefore(table) || keys.isEmpty()) {
      night.fresh().ifPresent(rows -> lake.append(table, rows));
      return;
    }
    Optional<Dataset<Row>> remade =
        night.touched().map(touched -> stored(lake.before(table), keys.get(), night.fallen()));
    Dataset<Row> rows =
        Stream.of(night.fresh(), remade.map(again::of))
            .flatMap(Optional::stream)
            .reduce(Dataset::union)
            .orElseGet(() -> lake.rows(table, List.of()));
    lake.replace(table, rows, keys.get(), Records.RECORD_KEY);
  }

  /** Of the rows with one of the keys, those whose records have not fallen. */
  private static Dataset<Row> stored(
      Dataset<Row> before, Dataset<Row> keys, Optional<Dataset<Row>> fallen) {
    String key = Records.RECORD_KEY.name();
    Dataset<Row> touched = before.join(keys, key, "left_semi");
    return fallen.map(gone -> touched.join(gone, key, "left_anti")).orElse(touched);
  }

  /** The keys of stored records whose day's rate may have changed since the table last saw it. */
  private static Optional<Dataset<Row>> repriced(Lake lake, Table table, Field day) {
    if (!lake.existedBefore(table) || !lake.isChanged(ExchangeRates.TABLE)) {
      return Optional.empty();
    }
    Dataset<Row> rates = lake.read(ExchangeRates.TABLE);
    Dataset<Row> since = Conversion.changedSince(lake.changes(ExchangeRates.TABLE), rates);
    return Optional.of(
        lake.before(table)
            .join(since, OrderLines.CURRENCY.name())
            .where(day.col().geq(col(Conversion.SINCE)))
            .select(Records.RECORD_KEY.col()));
  }

  private Conversion conversion(Lake lake) {
    return new Conversion(lake.read(ExchangeRates.TABLE), business.currency(), lake.asOf());
  }
}
