package io.tributary.silver;

import io.tributary.Rows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ReturnsTest {
  @Test
  void aReturnTakesTheDayAndTheRateOfItsOrderAndItsOwnUntilThatIsKnown() {
    Dataset<Row> returns =
        Returns.of(
            Mapped.rows(
                Returns.MAPPING,
                """
                return_key | order_key | brand  | returned_at         | quantity | original_amount | currency
                known      | o1        | Beauty | 2026-06-05 10:00:00 | 1        | 10              | EUR
                unknown    | o9        | Beauty | 2026-06-05 10:00:00 | 1        | 10              | EUR
                untold     | -         | Home   | 2026-06-05 01:00:00 | 0        | 10              | USD
                """),
            Mapped.BUSINESS);
    String late = "order_key | order_date\no9 | 2026-06-02";
    String early = "order_key | order_date\no1 | 2026-06-01";

    Dataset<Row> first = settled(returns, early);
    Rows.assertRows(
        first,
        """
        return_key | returned_date | order_date | amount
        known      | 2026-06-05    | 2026-06-01 | 11.00
        unknown    | 2026-06-05    | -          | 12.00
        untold     | 2026-06-04    | -          | 10.00
        """);
    Rows.assertRows(
        settled(first.where("return_key = 'unknown'"), late),
        """
        return_key | returned_date | order_date | amount | original_amount
        unknown    | 2026-06-05    | 2026-06-02 | 11.00  | 10
        """);
  }

  private static Dataset<Row> settled(Dataset<Row> returns, String orders) {
    return Returns.settle(returns, Rows.of(Orders.TABLE, orders), Mapped.conversion());
  }
}
