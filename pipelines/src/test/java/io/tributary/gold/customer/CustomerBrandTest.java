package io.tributary.gold.customer;

import static io.tributary.Rows.assertRows;

import io.tributary.Rows;
import io.tributary.silver.identity.IdentityLinks;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CustomerBrandTest {
  private static final Dataset<Row> LINKS =
      Rows.of(IdentityLinks.TABLE, "record_key | master_customer_id\nshop:1 | ann\nshop:2 | ben");

  private static final Dataset<Row> DAYS =
      Rows.of(
          CustomerDays.TABLE,
          """
          master_customer_id | brand | activity_date | orders | units | revenue | returned_units | returns_amount | net_revenue | sales_channels | first_order_key | first_ordered_at    | first_channel | first_campaign
          ann                | home  | 2025-06-30    | 1      | 4     | 400.00  | 0              | 0.00           | 400.00      | [store]        | o1              | 2025-06-30 10:00:00 | search        | brand
          ann                | home  | 2025-07-01    | 1      | 5     | 150.00  | 1              | 50.00          | 100.00      | [web]          | o2              | 2025-07-01 10:00:00 | email         | july
          ann                | home  | 2026-06-30    | 2      | 3     | 0.01    | 0              | 0.00           | 0.01        | [app, web]     | o3              | 2026-06-30 10:00:00 | -             | -
          ann                | home  | 2026-07-01    | 9      | 9     | 9.00    | 0              | 0.00           | 9.00        | [web]          | o9              | 2026-07-01 10:00:00 | -             | -
          ann                | kids  | 2026-06-01    | 1      | 40    | 80.00   | 0              | 0.00           | 80.00       | [web]          | o4              | 2026-06-01 10:00:00 | -             | -
          ben                | home  | 2024-02-03    | 1      | 10    | 30.00   | 0              | 0.00           | 30.00       | [web]          | o5              | 2024-02-03 10:00:00 | -             | -
          ben                | kids  | 2026-05-05    | 0      | 0     | 0.00    | 1              | 7.00           | -7.00       | []             | -               | -                   | -             | -
          """);

  @Test
  void historyRunsToTheAsOfDayAndBeginsWithTheFirstOrder() {
    assertRows(
        asOfJune(),
        """
        master_customer_id | brand | acquisition_channel | acquisition_campaign | cohort_month | first_order_date | last_order_date | sales_channels    | orders | units | revenue | returned_units | returns_amount | net_revenue
        ann                | home  | search              | brand                | 2025-06-01   | 2025-06-30       | 2026-06-30      | [app, store, web] | 4      | 12    | 550.01  | 1              | 50.00          | 500.01
        ann                | kids  | -                   | -                    | 2026-06-01   | 2026-06-01       | 2026-06-01      | [web]             | 1      | 40    | 80.00   | 0              | 0.00           | 80.00
        ben                | home  | -                   | -                    | 2024-02-01   | 2024-02-03       | 2024-02-03      | [web]             | 1      | 10    | 30.00   | 0              | 0.00           | 30.00
        ben                | kids  | -                   | -                    | -            | -                | -               | []                | 0      | 0     | 0.00    | 1              | 7.00           | -7.00
        """);
  }

  @Test
  void theCertifiedValueIsTheYearsNetRevenueTimesLifespanTimesTheBrandsMargin() {
    // 100.01 x 3.2 x 0.42 = 134.41344; 80 x 3.2 x 0.5 = 128. 2025-06-30 is day 366 and out.
    assertRows(
        asOfJune(),
        """
        master_customer_id | brand | orders_365 | net_revenue_365 | average_order_value | clv    | margin
        ann                | home  | 3          | 100.01          | 33.34               | 134.41 | 210.00
        ann                | kids  | 1          | 80.00           | 80.00               | 128.00 | 40.00
        ben                | home  | 0          | 0.00            | -                   | -      | 12.60
        ben                | kids  | 0          | -7.00           | -                   | -      | -3.50
        """);
  }

  @Test
  void buyersOfABrandAreRankedAmongThemselvesAndOthersHaveNoSegment() {
    assertRows(
        asOfJune(),
        """
        master_customer_id | brand | recency_days | frequency | monetary | recency_quintile | frequency_quintile | monetary_quintile | recency_level | segment       | volume_segment
        ann                | home  | 0            | 3         | 500.01   | 3                | 3                  | 3                 | medium        | Loyalists     | Mid
        ann                | kids  | 29           | 1         | 80.00    | 1                | 1                  | 1                 | low           | New Customers | High
        ben                | home  | 878          | 0         | 30.00    | 1                | 1                  | 1                 | low           | Hibernating   | Mid
        ben                | kids  | -            | 0         | -7.00    | -                | -                  | -                 | -             | -             | No Orders
        """);
  }

  private static Dataset<Row> asOfJune() {
    return CustomerBrand.of(DAYS, LINKS, Given.termsAsOf("2026-06-30"));
  }
}
