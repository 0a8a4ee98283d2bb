package io.tributary.silver;

import io.tributary.Rows;
import org.junit.jupiter.api.Test;

class TouchpointsTest {
  @Test
  void aContactFallsOnTheDayOfItsBrand() {
    Rows.assertRows(
        Touchpoints.of(
            Mapped.rows(
                Touchpoints.MAPPING,
                """
                touchpoint_key | brand  | channel | kind  | happened_at         | customer_record_key
                t1             | Home   | email   | open  | 2026-06-02 03:00:00 | mail_list/home/1
                t2             | Beauty | email   | click | 2026-06-02 23:00:00 | -
                """),
            Mapped.BUSINESS),
        """
        touchpoint_key | kind  | activity_date | customer_record_key | campaign
        t1             | open  | 2026-06-01    | mail_list/home/1    | -
        t2             | click | 2026-06-03    | -                   | -
        """);
  }
}
