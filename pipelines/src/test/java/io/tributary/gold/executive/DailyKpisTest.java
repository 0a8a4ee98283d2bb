package io.tributary.gold.executive;

import static io.tributary.Rows.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.gold.customer.CustomerDays;
import io.tributary.gold.customer.Sales;
import io.tributary.lake.governance.AssumptionBook;
import io.tributary.lake.governance.Assumptions;
import io.tributary.silver.AdSpend;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DailyKpisTest {
  private static final Dataset<Row> SALES =
      Rows.of(
          Sales.TABLE,
          """
          master_customer_id | brand | activity_date | orders | units | revenue | returned_units | returns_amount
          ann                | home  | 2026-05-01    | 1      | 2     | 100.00  | 1              | 40.00
          ann                | kids  | 2026-05-01    | 1      | 1     | 30.00   | 0              | 0.00
          -                  | home  | 2026-05-01    | 1      | 1     | 20.00   | 0              | 0.00
          ann                | home  | 2026-05-02    | 1      | 1     | 10.00   | 0              | 0.00
          ben                | home  | 2026-05-02    | 1      | 1     | 10.01   | 0              | 0.00
          ben                | home  | 2026-05-02    | 1      | 1     | 10.00   | 0              | 0.00
          ben                | kids  | 2026-05-04    | 1      | 1     | 5.00    | 0              | 0.00
          cat                | kids  | 2026-05-04    | 0      | 0     | 0.00    | 1              | 9.00
          """);
  private static final Dataset<Row> SPEND =
      Rows.of(
          AdSpend.TABLE,
          """
          brand | channel | spend_date | cost  | fee
          home  | search  | 2026-05-01 | 20.00 | 2.00
          home  | social  | 2026-05-01 | 18.00 | 0.00
          kids  | search  | 2026-05-01 | 10.00 | 0.00
          home  | search  | 2026-05-02 | 33.00 | 0.00
          home  | search  | 2026-05-03 | 7.00  | 0.70
          """);
  private static final AssumptionBook BOOK =
      AssumptionBook.of(
          Rows.of(
              Assumptions.TABLE,
              """
              name         | brand | value | effective_from
              gross_margin | -     | 0.42  | 2020-01-01
              gross_margin | kids  | 0.50  | 2020-01-01
              gross_margin | home  | 0.40  | 2026-05-02
              """));

  @Test
  void salesAndSpendMeetByBrandAndDayAndTheEnterpriseIsTheirSum() {
    assertRows(
        kpis(),
        """
        activity_date | brand      | orders | units | revenue | returns_amount | net_revenue | average_order_value | media_spend | blended_roas
        2026-05-01    | home       | 2      | 3     | 120.00  | 40.00          | 80.00       | 40.00               | 40.00       | 2.0
        2026-05-01    | kids       | 1      | 1     | 30.00   | 0.00           | 30.00       | 30.00               | 10.00       | 3.0
        2026-05-01    | enterprise | 3      | 4     | 150.00  | 40.00          | 110.00      | 36.67               | 50.00       | 2.2
        2026-05-02    | home       | 3      | 3     | 30.01   | 0.00           | 30.01       | 10.00               | 33.00       | 0.909394
        2026-05-02    | enterprise | 3      | 3     | 30.01   | 0.00           | 30.01       | 10.00               | 33.00       | 0.909394
        2026-05-03    | home       | 0      | 0     | 0.00    | 0.00           | 0.00        | -                   | 7.70        | 0
        2026-05-03    | enterprise | 0      | 0     | 0.00    | 0.00           | 0.00        | -                   | 7.70        | 0
        2026-05-04    | kids       | 1      | 1     | 5.00    | 9.00           | -4.00       | -4.00               | 0.00        | -
        2026-05-04    | enterprise | 1      | 1     | 5.00    | 9.00           | -4.00       | -4.00               | 0.00        | -
        """);
  }

  @Test
  void aPersonIsNewOnceAtEachBrandAndOnceAtTheEnterprise() {
    assertRows(
        kpis(),
        """
        activity_date | brand      | active_customers | new_customers | cac
        2026-05-01    | home       | 1                | 1             | 40.00
        2026-05-01    | kids       | 1                | 1             | 10.00
        2026-05-01    | enterprise | 1                | 1             | 50.00
        2026-05-02    | home       | 2                | 1             | 33.00
        2026-05-02    | enterprise | 2                | 1             | 33.00
        2026-05-03    | home       | 0                | 0             | -
        2026-05-03    | enterprise | 0                | 0             | -
        2026-05-04    | kids       | 1                | 1             | 0.00
        2026-05-04    | enterprise | 1                | 0             | -
        """);
  }

  @Test
  void theMarginIsTheBrandsOwnOnTheDayLessSpend() {
    // 80 x 0.42 - 40; 30 x 0.5 - 10; 30.01 x 0.40 - 33; 0 - 7.70; -4 x 0.5.
    assertRows(
        kpis(),
        """
        activity_date | brand      | contribution_margin
        2026-05-01    | home       | -6.40
        2026-05-01    | kids       | 5.00
        2026-05-01    | enterprise | -1.40
        2026-05-02    | home       | -21.00
        2026-05-02    | enterprise | -21.00
        2026-05-03    | home       | -7.70
        2026-05-03    | enterprise | -7.70
        2026-05-04    | kids       | -2.00
        2026-05-04    | enterprise | -2.00
        """);
  }

  @Test
  void aDayMadeAloneIsTheDayMadeAmongOthers() {
    var second = "activity_date = '2026-05-02'";
    var alone =
        DailyKpis.of(
            new DailyKpis.Inputs(
                SALES.filter(second).repartition(3),
                CustomerDays.of(SALES).repartition(7),
                SPEND.filter("spend_date = '2026-05-02'")),
            BOOK);

    assertThat(Rows.of(alone)).isEqualTo(Rows.of(kpis().filter(second))).hasSize(2);
  }

  private static Dataset<Row> kpis() {
    return DailyKpis.of(new DailyKpis.Inputs(SALES, CustomerDays.of(SALES), SPEND), BOOK);
  }
}
