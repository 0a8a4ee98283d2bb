package io.tributary.sample.source;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Receipt;
import io.tributary.sample.world.Store;

/** Receipt lines of each store's tills, in the store's local time and without an offset. */
public final class TillTransactions implements Source {
  private static final Frame FRAME =
      Frame.table(
          "receipt_no",
          "store",
          "till",
          "cashier",
          "sold_at",
          "dept",
          "line_no",
          "sku",
          "qty",
          "unit_price",
          "discount",
          "currency",
          "loyalty_no",
          "tender",
          "orig_receipt");

  @Override
  public void open(Shipment shipment) {
    for (var store : Store.values()) {
      file(store, shipment);
    }
  }

  private static ExportFile file(Store store, Shipment shipment) {
    return shipment.landing("till_transactions", store.slug() + ".csv.gz", FRAME);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var life : family.lives()) {
      for (var receipt : life.receipts()) {
        if (shipment.delivery().brings(receipt.at())) {
          var key = Stamp.local(receipt.at()) + " " + receipt.receiptNo();
          file(receipt.store(), shipment).add(key, lines(receipt));
        }
      }
    }
  }

  private static String lines(Receipt receipt) {
    var text = new StringBuilder();
    for (int i = 0; i < receipt.lines().size(); i++) {
      var line = receipt.lines().get(i);
      text.append(
          Csv.line(
              receipt.receiptNo(),
              receipt.store().code(),
              receipt.tender().till(),
              receipt.tender().cashier(),
              Stamp.local(receipt.at()),
              line.product().brand().title(),
              i + 1,
              line.variant().sku(),
              line.quantity(),
              Amount.text(line.unitPrice()),
              Amount.text(line.discount()),
              receipt.store().currency(),
              receipt.loyaltyNo(),
              receipt.tender().kind(),
              receipt.original()));
    }
    return text.toString();
  }
}
