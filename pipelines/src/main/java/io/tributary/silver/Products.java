package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.FLAG;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.RATE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The catalogue as last delivered. */
public final class Products {
  public static final Field SKU = required("sku", TEXT, "Stock keeping unit");
  public static final Field NAME = optional("name", TEXT, "Product name");
  public static final Field CATEGORY = optional("category", TEXT, "Product type");
  public static final Field PRICE = optional("price", RATE, "List price in the original currency");
  public static final Field UNIT_COST =
      optional("unit_cost", RATE, "Cost of a unit in the original currency");
  public static final Field SUPPLIER = optional("supplier", TEXT, "Who delivers it");
  public static final Field LAUNCHED_ON =
      optional("launched_on", DATE, "The day it was first on sale");
  public static final Field IS_ACTIVE = required("is_active", FLAG, "Whether it is on sale");
  public static final Field VARIANTS =
      optional(
          "variants", LONG, "Variants of the record that share the sku; the first by name stands");

  public static final Table TABLE =
      Table.silver(
              "products",
              "One row per sku of a source account.",
              SKU,
              Records.RECORD_KEY,
              Records.SOURCE,
              Records.ACCOUNT,
              Orders.BRAND,
              NAME,
              CATEGORY,
              PRICE,
              UNIT_COST,
              OrderLines.CURRENCY.orNull(),
              SUPPLIER,
              LAUNCHED_ON,
              IS_ACTIVE,
              VARIANTS)
          .key(Records.RECORD_KEY, SKU)
          .check(Check.warn("a_sku_names_one_variant", "variants = 1"));

  /** What a source may say of an article. */
  static final Mapping MAPPING =
      Mapping.of(
          "products",
          SKU,
          Orders.BRAND,
          NAME,
          CATEGORY,
          PRICE,
          UNIT_COST,
          OrderLines.CURRENCY.orNull(),
          SUPPLIER,
          LAUNCHED_ON,
          IS_ACTIVE.orNull());

  private Products() {}

  /**
   * Mapped rows, one a sku of each record, since an order line tells the sku alone; an article that
   * nothing is said of is on sale.
   */
  static Dataset<Row> of(Dataset<Row> mapped) {
    Column[] told =
        TABLE.fields().stream()
            .filter(field -> !field.equals(VARIANTS))
            .map(Field::col)
            .toArray(Column[]::new);
    Column byName = struct(NAME.col(), PRICE.col(), struct(told).as("variant"));
    return TABLE.select(
        mapped
            .withColumn(IS_ACTIVE.name(), coalesce(IS_ACTIVE.col(), lit(true)))
            .groupBy(Records.RECORD_KEY.col().as("of_record"), SKU.col().as("of_sku"))
            .agg(min(byName).as("first"), VARIANTS.from(count(lit(1))))
            .select(col("first.variant.*"), VARIANTS.col()));
  }
}
