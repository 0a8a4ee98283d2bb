package io.tributary.silver;

import io.tributary.Rows;
import org.junit.jupiter.api.Test;

class OrderLinesTest {
  @Test
  void aLineIsWorthWhatItWasOnItsBrandsDay() {
    Rows.assertRows(
        OrderLines.of(
            Mapped.rows(
                OrderLines.MAPPING,
                """
                line_key | brand  | ordered_at          | quantity | original_amount | currency
                a/1      | Home   | 2026-06-01 12:00:00 | 2        | 19.990000       | USD
                b/1      | Beauty | 2026-06-02 21:59:59 | 1        | 10.000000       | EUR
                b/2      | Beauty | 2026-06-02 22:00:00 | 1        | 10.000000       | EUR
                c/1      | Home   | 2026-06-01 12:00:00 | 0        | 0               | EUR
                """),
            Mapped.BUSINESS,
            Mapped.conversion()),
        """
        line_key | order_date | quantity | net_amount | original_amount | currency
        a/1      | 2026-06-01 | 2        | 19.99      | 19.990000       | USD
        b/1      | 2026-06-02 | 1        | 11.00      | 10.000000       | EUR
        b/2      | 2026-06-03 | 1        | 12.00      | 10.000000       | EUR
        c/1      | 2026-06-01 | 0        | 0.00       | 0               | EUR
        """);
  }
}
