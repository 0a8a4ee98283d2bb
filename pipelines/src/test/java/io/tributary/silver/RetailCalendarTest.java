package io.tributary.silver;

import io.tributary.Rows;
import io.tributary.lake.Table;
import org.junit.jupiter.api.Test;

/** Against the calendars that the National Retail Federation publishes for 2023 to 2026. */
class RetailCalendarTest {
  private static final Table WEEKS =
      Table.silver(
          "weeks", "One row per week.", RetailCalendar.WEEK_START, RetailCalendar.WEEK_END);

  @Test
  void aWeekTakesTheNumberOfTheRetailWeekThatHoldsMostOfIt() {
    Rows.assertRows(
        RetailCalendar.dated(
            Rows.of(
                WEEKS,
                """
                week_start | week_end
                2023-01-29 | 2023-02-04
                2024-01-28 | 2024-02-03
                2024-02-04 | 2024-02-10
                2025-02-02 | 2025-02-08
                2026-02-01 | 2026-02-07
                2026-01-31 | 2026-02-06
                2026-02-02 | 2026-02-08
                2026-06-21 | 2026-06-27
                2026-12-27 | 2027-01-02
                """)),
        """
        week_start | retail_week_start | retail_week | retail_month
        2023-01-29 | 2023-01-29        | 2023-W01    | 1
        2024-01-28 | 2024-01-28        | 2023-W53    | 12
        2024-02-04 | 2024-02-04        | 2024-W01    | 1
        2025-02-02 | 2025-02-02        | 2025-W01    | 1
        2026-02-01 | 2026-02-01        | 2026-W01    | 1
        2026-01-31 | 2026-02-01        | 2026-W01    | 1
        2026-02-02 | 2026-02-01        | 2026-W01    | 1
        2026-06-21 | 2026-06-21        | 2026-W21    | 5
        2026-12-27 | 2026-12-27        | 2026-W48    | 11
        """);
  }
}
