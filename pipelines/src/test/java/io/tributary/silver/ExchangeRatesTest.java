package io.tributary.silver;

import io.tributary.Rows;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {
  @Test
  void aQuoteIsTheWorthOfAUnit() {
    Rows.assertRows(
        ExchangeRates.of(
            Mapped.rows(
                ExchangeRates.MAPPING,
                """
                record_key | rate_date  | currency | rate
                r1         | 2026-06-01 | EUR      | 1.0881
                """)),
        """
        record_key | rate_date  | currency | rate
        r1         | 2026-06-01 | EUR      | 1.088100
        """);
  }
}
