package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.FLAG;
import static io.tributary.lake.Field.RATE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The codes that were given out, and what each takes off. */
public final class Coupons {
  public static final Field CODE = required("coupon_code", TEXT, "The code a customer types");
  public static final Field PERCENT_OFF =
      required("percent_off", RATE, "What it takes off, of each hundred");
  public static final Field VALID_FROM = required("valid_from", DATE, "First day it holds");
  public static final Field VALID_TO = required("valid_to", DATE, "Last day it holds");
  public static final Field IS_SINGLE_USE =
      required("is_single_use", FLAG, "Whether it holds for one order only");

  public static final Table TABLE =
      Table.silver(
              "coupons",
              "One row per code.",
              CODE,
              Records.RECORD_KEY,
              Orders.BRAND,
              PERCENT_OFF,
              VALID_FROM,
              VALID_TO,
              IS_SINGLE_USE)
          .key(CODE);

  /** What a source may say of a code. */
  static final Mapping MAPPING =
      Mapping.of("coupons", CODE, Orders.BRAND, PERCENT_OFF, VALID_FROM, VALID_TO, IS_SINGLE_USE)
          .check(
              Check.quarantine("percent is 0 to 100", "percent_off between 0 and 100"),
              Check.quarantine("a code ends after it begins", "valid_to >= valid_from"));

  private Coupons() {}

  /** Mapped rows. */
  static Dataset<Row> of(Dataset<Row> mapped) {
    return TABLE.select(mapped);
  }
}
