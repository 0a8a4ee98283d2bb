package io.tributary.gold.customer;

import static io.tributary.Rows.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CustomerDaysTest {
  private static final Dataset<Row> SALES =
      Rows.of(
          Sales.TABLE,
          """
          order_key | master_customer_id | brand | activity_date | ordered_at          | sales_channel | channel | campaign | orders | units | revenue | returned_units | returns_amount
          o2        | ann                | home  | 2026-05-01    | 2026-05-01 18:00:00 | web           | search  | brand    | 1      | 1     | 10.00   | 0              | 0.00
          o1        | ann                | home  | 2026-05-01    | 2026-05-01 09:00:00 | store         | -       | -        | 1      | 2     | 30.00   | 1              | 15.00
          o3        | ann                | home  | 2026-05-01    | 2026-05-01 19:00:00 | web           | email   | may      | 1      | 1     | 1.00    | 0              | 0.00
          o4        | ann                | kids  | 2026-05-01    | 2026-05-01 08:00:00 | app           | email   | may      | 1      | 1     | 2.00    | 0              | 0.00
          -         | ann                | home  | 2026-05-09    | -                   | -             | -       | -        | 0      | 0     | 0.00    | 1              | 4.00
          o5        | ben                | home  | 2026-05-09    | 2026-05-09 08:00:00 | web           | email   | b        | 1      | 1     | 2.00    | 0              | 0.00
          o6        | ben                | home  | 2026-05-09    | 2026-05-09 08:00:00 | web           | email   | a        | 1      | 1     | 2.00    | 0              | 0.00
          o7        | -                  | home  | 2026-05-09    | 2026-05-09 08:00:00 | store         | -       | -        | 1      | 9     | 99.00   | 0              | 0.00
          """);

  @Test
  void aDayAddsUpWhatAKnownPersonBoughtAndReturnedAtABrand() {
    assertRows(
        CustomerDays.of(SALES),
        """
        master_customer_id | brand | activity_date | orders | units | revenue | returned_units | returns_amount | net_revenue | sales_channels
        ann                | home  | 2026-05-01    | 3      | 4     | 41.00   | 1              | 15.00          | 26.00       | [store, web]
        ann                | kids  | 2026-05-01    | 1      | 1     | 2.00    | 0              | 0.00           | 2.00        | [app]
        ann                | home  | 2026-05-09    | 0      | 0     | 0.00    | 1              | 4.00           | -4.00       | []
        ben                | home  | 2026-05-09    | 2      | 2     | 4.00    | 0              | 0.00           | 4.00        | [web]
        """);
  }

  @Test
  void theEarliestOrderOfTheDayIsKeptAndItsKeySettlesEqualTimes() {
    assertRows(
        CustomerDays.of(SALES),
        """
        master_customer_id | brand | activity_date | first_order_key | first_ordered_at    | first_channel | first_campaign
        ann                | home  | 2026-05-01    | o1              | 2026-05-01 09:00:00 | -             | -
        ann                | kids  | 2026-05-01    | o4              | 2026-05-01 08:00:00 | email         | may
        ann                | home  | 2026-05-09    | -               | -                   | -             | -
        ben                | home  | 2026-05-09    | o5              | 2026-05-09 08:00:00 | email         | b
        """);
  }

  @Test
  void daysMadeAloneAreTheDaysMadeTogether() {
    var together = Rows.of(CustomerDays.of(SALES));
    var first = CustomerDays.of(SALES.filter("activity_date = '2026-05-01'"));
    var rest = CustomerDays.of(SALES.filter("activity_date > '2026-05-01'").repartition(7));

    assertThat(Rows.of(first.union(rest))).isEqualTo(together);
  }

  @Test
  void onlyWhatAnOrderGaveBackMustStayWithinItsRevenue() {
    var sales =
        Rows.of(
            Sales.TABLE,
            """
            order_key | master_customer_id | brand | activity_date | orders | units | revenue | returned_units | returns_amount | lone_returns_amount
            o1        | ann                | home  | 2026-05-01    | 1      | 1     | 10.00   | 0              | 0.00           | 0.00
            -         | ann                | home  | 2026-05-01    | 0      | 0     | 0.00    | 1              | 90.00          | 90.00
            o2        | ben                | home  | 2026-05-01    | 1      | 2     | 20.00   | 2              | 20.02          | 0.00
            o3        | cid                | home  | 2026-05-01    | 1      | 2     | 20.00   | 2              | 20.03          | 0.00
            """);

    String within = CustomerDays.TABLE.checks().get(1).condition();

    assertRows(
        CustomerDays.of(sales).where("NOT (" + within + ")"),
        """
        master_customer_id | returns_amount
        cid                | 20.03
        """);
  }
}
