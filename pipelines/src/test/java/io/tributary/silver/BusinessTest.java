package io.tributary.silver;

import io.tributary.Rows;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessTest {
  private static final Business BUSINESS =
      new Business(
          "USD",
          "America/New_York",
          Map.of("Beauty", "Europe/Berlin", "Kids", "America/Los_Angeles"));

  @Test
  void theDayIsThatOfTheBrandsOwnClock() {
    var instants =
        Rows.of(
            Touchpoints.TABLE,
            """
            touchpoint_key | brand  | happened_at
            a              | Beauty | 2026-06-01 21:59:59
            b              | Beauty | 2026-06-01 22:00:00
            c              | Kids   | 2026-06-02 06:59:59
            d              | Kids   | 2026-06-02 07:00:00
            e              | Home   | 2026-06-02 03:59:59
            f              | Home   | 2026-06-02 04:00:00
            """);

    Rows.assertRows(
        Touchpoints.of(instants, BUSINESS),
        """
        touchpoint_key | activity_date
        a              | 2026-06-01
        b              | 2026-06-02
        c              | 2026-06-01
        d              | 2026-06-02
        e              | 2026-06-01
        f              | 2026-06-02
        """);
  }

  @Test
  void theClockIsPutForwardAndBackOnItsDays() {
    var instants =
        Rows.of(
            Touchpoints.TABLE,
            """
            touchpoint_key | brand  | happened_at
            winter         | Beauty | 2026-03-28 22:59:59
            last_winter    | Beauty | 2026-03-28 23:00:00
            summer         | Beauty | 2026-03-29 21:59:59
            first_summer   | Beauty | 2026-03-29 22:00:00
            autumn         | Beauty | 2026-10-25 22:59:59
            """);

    Rows.assertRows(
        Touchpoints.of(instants, BUSINESS),
        """
        touchpoint_key | activity_date
        winter         | 2026-03-28
        last_winter    | 2026-03-29
        summer         | 2026-03-29
        first_summer   | 2026-03-30
        autumn         | 2026-10-25
        """);
  }
}
