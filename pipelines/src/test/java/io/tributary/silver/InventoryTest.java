package io.tributary.silver;

import io.tributary.Rows;
import org.junit.jupiter.api.Test;

class InventoryTest {
  @Test
  void stockIsWorthItsCostAtTheRateOfTheDay() {
    Rows.assertRows(
        Inventory.of(
            Mapped.rows(
                Inventory.MAPPING,
                """
                sku | location | stock_date | brand  | on_hand | unit_cost | currency
                A   | DC-1     | 2026-06-02 | Beauty | 10      | 2.50      | EUR
                B   | DC-1     | 2026-06-02 | Home   | 0       | 2.50      | USD
                C   | DC-1     | 2026-06-02 | Home   | 7       | -         | -
                """),
            Mapped.conversion()),
        """
        sku | on_hand | original_value | stock_value
        A   | 10      | 25.00          | 27.50
        B   | 0       | 0              | 0.00
        C   | 7       | -              | -
        """);
  }
}
