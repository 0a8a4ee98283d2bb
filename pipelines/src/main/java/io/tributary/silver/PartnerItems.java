package io.tributary.silver;

import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the retail partners call the articles. */
public final class PartnerItems {
  public static final Field RETAILER = required("retailer", TEXT, "The partner, in lower case");
  public static final Field PARTNER_ITEM =
      required("partner_item", TEXT, "The partner's number of the article");
  public static final Field SKU = required("sku", TEXT, "Our number of it");

  public static final Table TABLE =
      Table.silver(
              "partner_items",
              "One row per retail partner and item number of theirs.",
              RETAILER,
              PARTNER_ITEM,
              Records.RECORD_KEY,
              SKU,
              Orders.BRAND)
          .key(RETAILER, PARTNER_ITEM);

  /** What a source may say of it. */
  static final Mapping MAPPING =
      Mapping.of("partner_items", RETAILER, PARTNER_ITEM, SKU, Orders.BRAND);

  private PartnerItems() {}

  /** Mapped rows. */
  static Dataset<Row> of(Dataset<Row> mapped) {
    return TABLE.select(mapped);
  }
}
