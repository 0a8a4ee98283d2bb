package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.MONEY;
import static io.tributary.lake.Field.RATE;
import static io.tributary.lake.Field.required;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which orders used a code, and what it took off. */
public final class CouponRedemptions {
  public static final Field REDEEMED_AT = required("redeemed_at", INSTANT, "When it was used");
  public static final Field REDEEMED_DATE =
      required("redeemed_date", DATE, "The business day in the brand's time zone");
  public static final Field DISCOUNT =
      required("discount", MONEY, "What it took off, in the reporting currency");
  public static final Field ORIGINAL_DISCOUNT =
      required("original_discount", RATE, "What it took off, in the original currency");

  public static final Table TABLE =
      Table.silver(
              "coupon_redemptions",
              "One row per order and code.",
              Orders.ORDER_KEY,
              Coupons.CODE,
              Records.RECORD_KEY,
              Orders.BRAND,
              REDEEMED_AT,
              REDEEMED_DATE,
              DISCOUNT,
              ORIGINAL_DISCOUNT,
              OrderLines.CURRENCY)
          .key(Orders.ORDER_KEY, Coupons.CODE);

  /** What a source may say of it. */
  static final Mapping MAPPING =
      Mapping.of(
              "coupon_redemptions",
              Orders.ORDER_KEY,
              Coupons.CODE,
              Orders.BRAND,
              REDEEMED_AT,
              ORIGINAL_DISCOUNT,
              OrderLines.CURRENCY)
          .check(Check.quarantine("discount is not negative", "original_discount >= 0"));

  private CouponRedemptions() {}

  /** Mapped rows with their business day and their worth in the reporting currency. */
  static Dataset<Row> of(Dataset<Row> mapped, Business business, Conversion conversion) {
    return convert(
        mapped.withColumn(
            REDEEMED_DATE.name(), business.day(REDEEMED_AT.col(), Orders.BRAND.col())),
        conversion);
  }

  /** Redemptions at the rates now known. */
  static Dataset<Row> convert(Dataset<Row> redemptions, Conversion conversion) {
    return TABLE.select(
        conversion.convert(
            redemptions, REDEEMED_DATE.col(), new Conversion.Amount(ORIGINAL_DISCOUNT, DISCOUNT)));
  }
}
