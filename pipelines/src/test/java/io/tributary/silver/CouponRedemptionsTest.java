package io.tributary.silver;

import io.tributary.Rows;
import org.junit.jupiter.api.Test;

class CouponRedemptionsTest {
  @Test
  void aDiscountIsWorthWhatTheDayOfItsBrandSays() {
    Rows.assertRows(
        CouponRedemptions.of(
            Mapped.rows(
                CouponRedemptions.MAPPING,
                """
                order_key     | coupon_code | brand  | redeemed_at         | original_discount | currency
                shop/beauty/1 | TEN         | Beauty | 2026-06-02 23:00:00 | 10.00             | EUR
                shop/home/2   | TEN         | Home   | 2026-06-03 03:00:00 | 5.00              | USD
                """),
            Mapped.BUSINESS,
            Mapped.conversion()),
        """
        order_key     | redeemed_date | discount | original_discount
        shop/beauty/1 | 2026-06-03    | 12.00    | 10.00
        shop/home/2   | 2026-06-02    | 5.00     | 5.00
        """);
  }
}
