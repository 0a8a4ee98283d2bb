package io.tributary.silver;

import io.tributary.Rows;
import org.junit.jupiter.api.Test;

class OrdersTest {
  @Test
  void anOrderHasItsBrandsDayAndCountsWhenCompleted() {
    Rows.assertRows(
        Orders.of(
            Mapped.rows(
                Orders.MAPPING,
                """
                order_key | record_key | brand  | ordered_at          | status
                a         | r1         | Home   | 2026-06-02 03:00:00 | -
                b         | r2         | Beauty | 2026-06-02 22:30:00 | completed
                c         | r3         | Kids   | 2026-06-02 22:30:00 | cancelled
                d         | r4         | Kids   | 2026-06-02 22:30:00 | test
                """),
            Mapped.BUSINESS),
        """
        order_key | order_date | status    | is_counted
        a         | 2026-06-01 | completed | true
        b         | 2026-06-03 | completed | true
        c         | 2026-06-02 | cancelled | false
        d         | 2026-06-02 | test      | false
        """);
  }

  @Test
  void anOrderThatSeveralRecordsTellOfComesOnceByTheEarliest() {
    Rows.assertRows(
        Orders.of(
            Mapped.rows(
                Orders.MAPPING,
                """
                order_key | record_key | brand | ordered_at          | store | customer_record_key
                a         | r3         | Home  | 2026-06-02 10:00:05 | BE1   | late
                a         | r2         | Home  | 2026-06-02 10:00:00 | BE1   | second
                a         | r1         | Home  | 2026-06-02 10:00:00 | BE1   | first
                b         | r9         | Home  | 2026-06-02 10:00:00 | -     | -
                """),
            Mapped.BUSINESS),
        """
        order_key | record_key | store | customer_record_key
        a         | r1         | BE1   | first
        b         | r9         | -     | -
        """);
  }
}
