package io.tributary.silver;

import io.tributary.Rows;
import io.tributary.lake.ops.Quarantine;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shop may deliver though it seldom does. */
class ShopExportsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 20);

  @TempDir private Path folder;

  @Test
  void variantsMayShareASkuOrHaveNone() {
    SilverHouse house =
        new ConfHouse(folder, "shop_products")
            .file(
                "shop_products/2026-06-20/home.json",
                """
                {"products":[
                {"id":1,"title":"Mug","status":"active","updated_at":"2026-06-19T10:00:00Z","variants":[{"id":12,"title":"Red","sku":"M1","price":"9.95"},{"id":11,"title":"Blue","sku":"M1","price":"8.95"},{"id":13,"title":"Gold","sku":"M2","price":"19.95"}]},
                {"id":2,"title":"Card","status":"active","updated_at":"2026-06-19T10:00:00Z","variants":[{"id":21,"title":"10","sku":"","price":"10"},{"id":22,"title":"20","sku":null,"price":"20"},{"id":23,"title":"50","sku":"C50","price":"50"}]}
                ]}
                """)
            .night(DAY);

    Rows.assertRows(
        house.table(Products.TABLE),
        """
        record_key           | sku | name     | price     | variants
        shop_products/home/1 | M1  | Mug Blue | 8.950000  | 2
        shop_products/home/1 | M2  | Mug Gold | 19.950000 | 1
        shop_products/home/2 | C50 | Card 50  | 50.000000 | 1
        """);
    Rows.assertRows(house.table(Quarantine.TABLE), "reason");
  }

  @Test
  void aRefundWithoutATransactionIsInTheShopsCurrency() {
    SilverHouse house =
        new ConfHouse(folder, "shop_refunds")
            .file(
                "shop_refunds/2026-06-20/home.jsonl.gz",
                """
                {"id":1,"order_id":7,"created_at":"2026-06-19T10:00:00Z","processed_at":"2026-06-19T10:00:00Z","refund_line_items":[{"id":11,"quantity":1,"subtotal":"5.00","subtotal_set":{"shop_money":{"amount":"5.00","currency_code":"USD"}},"line_item":{"sku":"M1"}}],"order_adjustments":[{"id":12,"kind":"refund_discrepancy","amount":"-1.00","amount_set":{"shop_money":{"amount":"-1.00","currency_code":"USD"}}}],"transactions":[]}
                """)
            .night(DAY);

    Rows.assertRows(
        house.table(Returns.TABLE),
        """
        return_key             | amount | currency
        shop/home/1/line/11    | 5.00   | USD
        shop/home/1/adjustment/12 | 1.00 | USD
        """);
  }
}
