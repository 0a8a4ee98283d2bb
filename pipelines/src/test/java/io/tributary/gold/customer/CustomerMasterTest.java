package io.tributary.gold.customer;

import static io.tributary.Rows.assertRows;

import io.tributary.Rows;
import io.tributary.silver.identity.GoldenCustomers;
import io.tributary.silver.identity.IdentityLinks;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CustomerMasterTest {
  private static final Dataset<Row> LINKS =
      Rows.of(
          IdentityLinks.TABLE,
          """
          record_key | master_customer_id
          shop:1     | ann
          crm:1      | ann
          shop:2     | ben
          shop:3     | cat
          shop:4     | dan
          """);
  private static final Dataset<Row> GOLDEN =
      Rows.of(
          GoldenCustomers.TABLE,
          """
          master_customer_id | birth_year | gender | country | region | city   | first_seen_at
          ann                | 2002       | female | US      | NY     | Albany | 2026-06-01 12:00:00
          ben                | 2001       | -      | GB      | -      | Leeds  | 2020-07-01 12:00:00
          cat                | 1890       | other  | -       | -      | -      | 2026-07-01 03:00:00
          """);
  private static final Dataset<Row> BRANDS =
      Rows.of(
          CustomerBrand.TABLE,
          """
          master_customer_id | brand | first_order_date | first_ordered_at    | first_order_key | acquisition_channel | acquisition_campaign | last_order_date | sales_channels | orders | units | revenue | returned_units | returns_amount | net_revenue | margin | orders_365 | net_revenue_365 | clv
          ann                | kids  | 2026-05-02       | 2026-05-02 10:00:00 | o2              | -                   | -                    | 2026-06-01      | [web]          | 2      | 9     | 90.00   | 0              | 0.00           | 90.00       | 45.00  | 2          | 90.00           | 144.00
          ann                | home  | 2026-05-02       | 2026-05-02 09:00:00 | o3              | email               | may                  | 2026-05-02      | [store, web]   | 1      | 1     | 10.00   | 0              | 0.00           | 10.00       | 4.20   | 1          | 10.00           | 13.44
          ann                | toys  | -                | -                   | -               | -                   | -                    | -               | []             | 0      | 0     | 0.00    | 1              | 1.00           | -1.00       | -0.42  | 0          | -1.00           | -
          ben                | home  | 2024-01-05       | 2024-01-05 09:00:00 | o1              | -                   | -                    | 2024-01-05      | [app]          | 1      | 31    | 31.00   | 0              | 0.00           | 31.00       | 13.02  | 0          | 0.00            | -
          """);

  @Test
  void everyPersonHasARowWhetherTheyEverOrderedOrNot() {
    assertRows(
        master(),
        """
        master_customer_id | age_band | gender | country | region | city   | tenure_days | volume_segment
        ann                | 18-24    | female | US      | NY     | Albany | 59          | Low
        ben                | 25-34    | -      | GB      | -      | Leeds  | 2190        | High
        cat                | -        | other  | -       | -      | -      | 0           | No Orders
        dan                | -        | -      | -       | -      | -      | -           | No Orders
        """);
  }

  @Test
  void theFirstOrderAtAnyBrandIsTheAcquisition() {
    assertRows(
        master(),
        """
        master_customer_id | acquisition_brand | acquisition_channel | acquisition_campaign | cohort_month | first_order_date | last_order_date | sales_channels
        ann                | home              | email               | may                  | 2026-05-01   | 2026-05-02       | 2026-06-01      | [store, web]
        ben                | home              | -                   | -                    | 2024-01-01   | 2024-01-05       | 2024-01-05      | [app]
        cat                | -                 | -                   | -                    | -            | -                | -               | []
        dan                | -                 | -                   | -                    | -            | -                | -               | []
        """);
  }

  @Test
  void figuresAndTheValueAreSumsOverBrands() {
    assertRows(
        master(),
        """
        master_customer_id | orders | units | revenue | returned_units | returns_amount | net_revenue | margin | orders_365 | net_revenue_365 | average_order_value | clv
        ann                | 3      | 10    | 100.00  | 1              | 1.00           | 99.00       | 48.78  | 3          | 99.00           | 33.00               | 157.44
        ben                | 1      | 31    | 31.00   | 0              | 0.00           | 31.00       | 13.02  | 0          | 0.00            | -                   | -
        cat                | 0      | 0     | 0.00    | 0              | 0.00           | 0.00        | 0.00   | 0          | 0.00            | -                   | -
        dan                | 0      | 0     | 0.00    | 0              | 0.00           | 0.00        | 0.00   | 0          | 0.00            | -                   | -
        """);
  }

  @Test
  void buyersAreSegmentedAndToldHowToBeSpokenTo() {
    assertRows(
        master(),
        """
        master_customer_id | recency_days | frequency | monetary | recency_quintile | frequency_level | segment       | primary_channel | campaign_strategy
        ann                | 29           | 3         | 99.00    | 3                | medium          | New Customers | email           | Welcome series that leads to the second order
        ben                | 907          | 0         | 31.00    | 1                | low             | Hibernating   | paid_search     | Seasonal reactivation at low cost
        cat                | -            | 0         | 0.00     | -                | -               | -             | -               | -
        dan                | -            | 0         | 0.00     | -                | -               | -             | -               | -
        """);
  }

  private static Dataset<Row> master() {
    return CustomerMaster.of(
        new CustomerMaster.Inputs(BRANDS, GOLDEN, LINKS), Given.termsAsOf("2026-06-30"));
  }
}
