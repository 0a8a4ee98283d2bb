package io.tributary.silver;

import io.tributary.Rows;
import org.junit.jupiter.api.Test;

class RetailerSalesTest {
  @Test
  void aPartnersNumbersBecomeOursAndItsWeekStays() {
    Rows.assertRows(
        RetailerSales.of(
            Mapped.rows(
                RetailerSales.MAPPING,
                """
                sales_key | retailer | basis | market_code | partner_item | brand | partner_week | week_start | week_end   | units | original_amount | currency
                s1        | walmart  | pos   | 501         | 557          | -     | 202718       | 2026-05-30 | 2026-06-05 | 3     | 30.00           | USD
                s2        | target   | pos   | 501         | 557          | -     | 6/6/2026     | 2026-05-31 | 2026-06-06 | 2     | 20.00           | EUR
                s3        | walmart  | panel | 501         | -            | Home  | 2026-06-07   | 2026-06-01 | 2026-06-07 | 4     | 40.00           | USD
                """),
            Rows.of(
                PartnerItems.TABLE,
                """
                record_key | retailer | partner_item | sku    | brand
                i1         | walmart  | 557          | HM-001 | Home
                """),
            Mapped.conversion()),
        """
        sales_key | sku    | brand | partner_week | week_start | retail_week | sales_amount
        s1        | HM-001 | Home  | 202718       | 2026-05-30 | 2026-W18    | 30.00
        s2        | -      | -     | 6/6/2026     | 2026-05-31 | 2026-W18    | 24.00
        s3        | -      | Home  | 2026-06-07   | 2026-06-01 | 2026-W18    | 40.00
        """);
  }

  @Test
  void anItemThatLeftTheListTakesItsBrandAlong() {
    var items =
        Rows.of(
            PartnerItems.TABLE,
            """
            record_key | retailer | partner_item | sku    | brand
            i1         | walmart  | 557          | HM-001 | Home
            """);
    var sales =
        RetailerSales.of(
            Mapped.rows(
                RetailerSales.MAPPING,
                """
                sales_key | retailer | basis | market_code | partner_item | brand | partner_week | week_start | week_end   | units | original_amount | currency
                s1        | walmart  | pos   | 501         | 557          | -     | 202718       | 2026-05-30 | 2026-06-05 | 3     | 30.00           | USD
                s3        | walmart  | panel | 501         | -            | Home  | 2026-06-07   | 2026-06-01 | 2026-06-07 | 4     | 40.00           | USD
                """),
            items,
            Mapped.conversion());

    Rows.assertRows(
        RetailerSales.settle(sales, items.limit(0), Mapped.conversion()),
        """
        sales_key | sku | brand
        s1        | -   | -
        s3        | -   | Home
        """);
  }
}
