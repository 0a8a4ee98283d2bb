package io.tributary.sample.source.erp;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Catalogue;
import io.tributary.sample.world.Product;
import io.tributary.sample.world.Variant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The item master: every stock-keeping unit, again whenever its price changes. */
public final class ErpCatalogue implements Source {
  private static final List<String> SUPPLIERS =
      List.of("Nordwerk", "Atlas Trading", "Lumen Mills", "Cedar & Co");
  private static final Frame FRAME =
      Frame.table(
          "ITEM_NO",
          "SKU",
          "DESCRIPTION",
          "COLOUR",
          "BRAND_CD",
          "CATEGORY",
          "SUPPLIER",
          "EAN",
          "UNIT_COST",
          "LIST_PRICE",
          "CURRENCY",
          "PACK_QTY",
          "STATUS",
          "LAUNCHED_ON",
          "CHANGED_ON");

  private final Catalogue catalogue;

  /** The items of this catalogue. */
  public ErpCatalogue(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static String cost(Product product) {
    return Amount.text(product.cost());
  }

  @Override
  public void open(Shipment shipment) {
    var file = shipment.landing("erp_catalogue", "items.csv", FRAME);
    var delivery = shipment.delivery();
    for (var brand : Brand.values()) {
      for (var product : catalogue.products(brand)) {
        var changes = Stream.of(product.createdOn(), product.repricedOn());
        delivery
            .latest(changes.map(LocalDate::atStartOfDay))
            .ifPresent(
                changed ->
                    product
                        .variants()
                        .forEach(
                            variant ->
                                file.add(
                                    variant.sku(),
                                    record(product, variant, changed.toLocalDate()))));
      }
    }
  }

  private static String record(Product product, Variant variant, LocalDate changedOn) {
    int supplier = (int) (product.id() / 100 % SUPPLIERS.size());
    return Csv.line(
        variant.id(),
        variant.sku(),
        product.title().toUpperCase(Locale.ROOT),
        variant.option(),
        product.brand().prefix(),
        product.type(),
        SUPPLIERS.get(supplier),
        "40" + "%011d".formatted(variant.id() * 7),
        cost(product),
        Amount.text(product.price(changedOn)),
        product.brand().currency(),
        product.firstPrice() < 20_00 ? 12 : 4,
        "A",
        product.createdOn(),
        changedOn);
  }
}
