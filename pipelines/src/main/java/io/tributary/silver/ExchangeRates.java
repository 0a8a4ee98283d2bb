package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.RATE;
import static io.tributary.lake.Field.required;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a unit of each currency was worth. */
public final class ExchangeRates {
  public static final Field RATE_DATE = required("rate_date", DATE, "The day of the quote");
  public static final Field UNIT_VALUE =
      required("rate", RATE, "Units of the reporting currency for one unit of the currency");

  public static final Table TABLE =
      Table.silver(
              "exchange_rates",
              "One row per currency and day quoted.",
              Records.RECORD_KEY,
              RATE_DATE,
              OrderLines.CURRENCY,
              UNIT_VALUE)
          .key(RATE_DATE, OrderLines.CURRENCY);

  /** What a source may say of a currency's worth. */
  static final Mapping MAPPING =
      Mapping.of("exchange_rates", RATE_DATE, OrderLines.CURRENCY, UNIT_VALUE)
          .check(
              Check.quarantine("rate is positive", "rate > 0"),
              Check.quarantine("currency is three capitals", "currency rlike '^[A-Z]{3}$'"));

  private ExchangeRates() {}

  /** Mapped rows. */
  static Dataset<Row> of(Dataset<Row> mapped) {
    return TABLE.select(mapped);
  }
}
