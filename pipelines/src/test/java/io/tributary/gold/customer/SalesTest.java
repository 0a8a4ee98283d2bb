package io.tributary.gold.customer;

import static io.tributary.Rows.assertRows;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.silver.OrderLines;
import io.tributary.silver.Orders;
import io.tributary.silver.Returns;
import io.tributary.silver.identity.IdentityLinks;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SalesTest {
  private static final Dataset<Row> ORDERS =
      Rows.of(
          Orders.TABLE,
          """
          order_key | brand | sales_channel | customer_record_key | order_date | status    | is_counted | channel | campaign
          o1        | home  | web           | shop:ann            | 2026-05-01 | completed | true       | email   | may
          o2        | home  | store         | -                   | 2026-05-01 | completed | true       | -       | -
          o3        | kids  | app           | shop:ann            | 2026-05-02 | cancelled | false      | -       | -
          o4        | kids  | app           | shop:nobody         | 2026-05-03 | completed | true       | -       | -
          o5        | kids  | web           | crm:ann             | 2026-05-04 | completed | true       | -       | -
          """);
  private static final Dataset<Row> LINES =
      Rows.of(
          OrderLines.TABLE,
          """
          line_key | order_key | quantity | net_amount
          o1/1     | o1        | 2        | 20.05
          o1/2     | o1        | 1        | 9.99
          o2/1     | o2        | 1        | 5.00
          o3/1     | o3        | 4        | 400.00
          o4/1     | o4        | 1        | 7.00
          """);
  private static final Dataset<Row> RETURNS =
      Rows.of(
          Returns.TABLE,
          """
          return_key | order_key | brand | customer_record_key | returned_date | quantity | amount
          r1         | o1        | home  | shop:ann            | 2026-06-10    | 1        | 10.02
          r2         | o1        | home  | shop:ann            | 2026-06-11    | 0        | 2.50
          r3         | o3        | kids  | shop:ann            | 2026-06-11    | 4        | 400.00
          r4         | -         | kids  | crm:ann             | 2026-06-12    | 1        | 3.00
          r5         | o99       | kids  | -                   | 2026-06-13    | 2        | 8.00
          """);
  private static final Dataset<Row> LINKS =
      Rows.of(
          IdentityLinks.TABLE,
          """
          record_key | master_customer_id
          shop:ann   | ann
          crm:ann    | ann
          """);

  @Test
  void completedOrdersCountWithTheirReturnsOnTheDayOfTheOrder() {
    assertRows(
        sales(),
        """
        order_key | master_customer_id | brand | activity_date | sales_channel | channel | campaign | orders | units | revenue | returned_units | returns_amount | lone_returns_amount
        o1        | ann                | home  | 2026-05-01    | web           | email   | may      | 1      | 3     | 30.04   | 1              | 12.52          | 0.00
        o2        | -                  | home  | 2026-05-01    | store         | -       | -        | 1      | 1     | 5.00    | 0              | 0.00           | 0.00
        o4        | -                  | kids  | 2026-05-03    | app           | -       | -        | 1      | 1     | 7.00    | 0              | 0.00           | 0.00
        o5        | ann                | kids  | 2026-05-04    | web           | -       | -        | 1      | 0     | 0.00    | 0              | 0.00           | 0.00
        -         | ann                | kids  | 2026-06-12    | -             | -       | -        | 0      | 0     | 0.00    | 1              | 3.00           | 3.00
        -         | -                  | kids  | 2026-06-13    | -             | -       | -        | 0      | 0     | 0.00    | 2              | 8.00           | 8.00
        """);
  }

  @Test
  void theMoneyOfCountedOrdersAndTheirReturnsIsAllThereIs() {
    var total = sales().selectExpr("sum(revenue) - sum(returns_amount)").head().getDecimal(0);

    // 20.05 + 9.99 + 5.00 + 7.00 sold; 10.02 + 2.50 + 3.00 + 8.00 given back.
    assertThat(total).isEqualByComparingTo("18.52");
  }

  @Test
  void partitioningAndOrderOfRowsChangeNothing() {
    var expected = Rows.of(sales());

    assertThat(Stream.of(1, 3, 7))
        .allSatisfy(
            parts ->
                assertThat(
                        Rows.of(
                            Sales.of(
                                new Sales.Inputs(
                                    ORDERS.repartition(parts),
                                    LINES.repartition(parts),
                                    RETURNS.repartition(parts),
                                    LINKS.repartition(parts)))))
                    .isEqualTo(expected));
  }

  private static Dataset<Row> sales() {
    return Sales.of(new Sales.Inputs(ORDERS, LINES, RETURNS, LINKS));
  }
}
