package io.tributary.silver;

import io.tributary.Rows;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ConversionTest {
  /** Friday, Monday and Tuesday. */
  private static final String RATES =
      """
      record_key | rate_date  | currency | rate
      r1         | 2026-06-05 | EUR      | 1.10
      r2         | 2026-06-08 | EUR      | 1.20
      r3         | 2026-06-09 | EUR      | 1.333333
      r4         | 2026-06-09 | GBP      | 1.50
      """;

  @Test
  void aQuoteHoldsUntilTheNextAndTheFirstForAllDaysBefore() {
    Rows.assertRows(
        converted(
            """
            line_key  | order_date | currency | original_amount
            long_ago  | 1999-01-01 | EUR      | 100
            friday    | 2026-06-05 | EUR      | 100
            saturday  | 2026-06-06 | EUR      | 100
            sunday    | 2026-06-07 | EUR      | 100
            monday    | 2026-06-08 | EUR      | 100
            tuesday   | 2026-06-09 | EUR      | 100
            today     | 2026-06-10 | EUR      | 100
            next_year | 2027-06-10 | EUR      | 100
            pound     | 2026-06-05 | GBP      | 100
            """),
        """
        line_key  | net_amount
        long_ago  | 110.00
        friday    | 110.00
        saturday  | 110.00
        sunday    | 110.00
        monday    | 120.00
        tuesday   | 133.33
        today     | 133.33
        next_year | 133.33
        pound     | 150.00
        """);
  }

  @Test
  void eachRowIsRoundedHalfUpOnItsOwn() {
    Rows.assertRows(
        converted(
            """
            line_key | order_date | currency | original_amount
            half_up  | 2026-06-05 | EUR      | 0.05
            down     | 2026-06-05 | EUR      | 0.04
            returned | 2026-06-05 | EUR      | -0.05
            fine     | 2026-06-09 | EUR      | 0.333333
            """),
        """
        line_key | net_amount
        half_up  | 0.06
        down     | 0.04
        returned | -0.06
        fine     | 0.44
        """);
  }

  @Test
  void theReportingCurrencyIsWorthItself() {
    Rows.assertRows(
        converted(
            """
            line_key | order_date | currency | original_amount
            dollar   | 2026-06-05 | USD      | 19.995
            """),
        """
        line_key | net_amount | currency | original_amount
        dollar   | 20.00      | USD      | 19.995
        """);
  }

  @Test
  void aChangedQuoteChangesItsDayAndThoseAfterAndTheFirstAlsoThoseBefore() {
    Dataset<Row> changes =
        Rows.of(
            ExchangeRates.TABLE,
            """
            record_key | rate_date  | currency | rate
            r1         | 2026-06-08 | EUR      | 1.19
            r1         | 2026-06-08 | EUR      | 1.20
            r2         | 2026-06-09 | EUR      | 1.33
            r4         | 2026-06-09 | GBP      | 1.50
            """);

    Rows.assertRows(
        Conversion.changedSince(changes, rates()),
        """
        currency | repriced_since
        EUR      | 2026-06-08
        GBP      | 0001-01-01
        """);
  }

  private static Dataset<Row> converted(String lines) {
    Conversion conversion = new Conversion(rates(), "USD", LocalDate.of(2026, 6, 10));
    return OrderLines.convert(Rows.of(OrderLines.TABLE, lines), conversion);
  }

  private static Dataset<Row> rates() {
    return Rows.of(ExchangeRates.TABLE, RATES);
  }
}
