package io.tributary.silver;

import io.tributary.Rows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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

  @Test
  void aVisitIsItsFirstEventWithWhatTheOthersTell() {
    Rows.assertRows(
        Touchpoints.of(events(), Mapped.BUSINESS),
        """
        touchpoint_key | record_key | happened_at         | ended_at            | channel | is_engaged | order_key | customer_record_key
        v1             | e1         | 2026-06-02 03:59:00 | 2026-06-02 04:05:00 | video   | true       | shop/7    | shop_customers/home/1
        v2             | e4         | 2026-06-02 09:00:00 | 2026-06-02 09:00:00 | direct  | -          | -         | -
        """);
  }

  @Test
  void anEventThatComesAgainOrLateChangesNothingElse() {
    Dataset<Row> earlier = Touchpoints.of(events().where("record_key <> 'e1'"), Mapped.BUSINESS);
    Dataset<Row> late = Touchpoints.of(events().where("record_key <> 'e3'"), Mapped.BUSINESS);

    Rows.assertRows(
        Touchpoints.once(earlier.union(late)).where("touchpoint_key = 'v1'"),
        """
        touchpoint_key | record_key | happened_at         | ended_at            | channel | is_engaged | order_key
        v1             | e1         | 2026-06-02 03:59:00 | 2026-06-02 04:05:00 | video   | true       | shop/7
        """);
  }

  private static Dataset<Row> events() {
    return Mapped.rows(
        Touchpoints.MAPPING,
        """
        record_key | touchpoint_key | brand | channel | kind  | happened_at         | is_engaged | order_key | customer_record_key
        e1         | v1             | Home  | video   | visit | 2026-06-02 03:59:00 | false      | -         | -
        e2         | v1             | Home  | direct  | visit | 2026-06-02 04:01:00 | true       | -         | shop_customers/home/1
        e3         | v1             | Home  | direct  | visit | 2026-06-02 04:05:00 | -          | shop/7    | -
        e4         | v2             | Home  | direct  | visit | 2026-06-02 09:00:00 | -          | -         | -
        """);
  }
}
