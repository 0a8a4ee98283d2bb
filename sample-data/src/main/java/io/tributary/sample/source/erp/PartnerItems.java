package io.tributary.sample.source.erp;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.retail.RetailSales;
import io.tributary.sample.retail.Retailer;
import io.tributary.sample.source.Source;

/** Which unit of the brand's own books hides behind each partner's item number. */
public final class PartnerItems implements Source {
  private final RetailSales sales;

  /** The numbers of what is sold there. */
  public PartnerItems(RetailSales sales) {
    this.sales = sales;
  }

  @Override
  public void open(Shipment shipment) {
    if (!shipment.delivery().isHistory()) {
      return;
    }
    var frame = Frame.table("PARTNER", "PARTNER_ITEM", "SKU", "BRAND_CD", "DESCRIPTION");
    var file = shipment.landing("erp_partner_items", "partner_items.csv", frame);
    for (var retailer : Retailer.values()) {
      for (var item : sales.items()) {
        file.add(
            retailer + item.sku(),
            Csv.line(
                retailer,
                item.number(retailer),
                item.sku(),
                item.product().brand().prefix(),
                item.product().title()));
      }
    }
  }
}
