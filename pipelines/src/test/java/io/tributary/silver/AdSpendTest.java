package io.tributary.silver;

import io.tributary.Rows;
import org.junit.jupiter.api.Test;

class AdSpendTest {
  @Test
  void costAndFeeAreConvertedApartOnTheAccountsOwnDay() {
    Rows.assertRows(
        AdSpend.of(
            Mapped.rows(
                AdSpend.MAPPING,
                """
                spend_key | brand  | channel | spend_date | original_cost | original_fee | currency
                a         | Beauty | email   | 2026-06-02 | 100.05        | 10.05        | EUR
                b         | Beauty | email   | 2026-06-03 | 100.05        | -            | EUR
                c         | Home   | video   | 2026-06-02 | 7             | 1            | USD
                """),
            Mapped.conversion()),
        """
        spend_key | spend_date | cost   | fee   | original_cost | original_fee
        a         | 2026-06-02 | 110.06 | 11.06 | 100.05        | 10.05
        b         | 2026-06-03 | 120.06 | 0.00  | 100.05        | 0
        c         | 2026-06-02 | 7.00   | 1.00  | 7             | 1
        """);
  }
}
