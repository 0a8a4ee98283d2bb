package io.tributary.silver;

import io.tributary.Rows;
import org.junit.jupiter.api.Test;

class MediaDeliveryTest {
  @Test
  void aWeekFromMondayStandsInTheRetailWeekOfMostOfItsDays() {
    Rows.assertRows(
        MediaDelivery.of(
            Mapped.rows(
                MediaDelivery.MAPPING,
                """
                delivery_key | brand | channel | market_code | week_start | week_end   | impressions | reach | frequency | original_cost | currency
                d1           | Home  | tv      | 501         | 2026-06-01 | 2026-06-07 | 1000        | 400   | 2.5       | 100.00        | EUR
                """),
            Mapped.conversion()),
        """
        delivery_key | week_start | retail_week_start | retail_week | impressions | reach | cost   | original_cost
        d1           | 2026-06-01 | 2026-05-31        | 2026-W18    | 1000        | 400   | 120.00 | 100.00
        """);
  }
}
