package io.tributary.silver;

import io.tributary.Rows;
import org.junit.jupiter.api.Test;

class ProductsTest {
  @Test
  void anArticleIsOnSaleUnlessItsSourceSaysOtherwise() {
    Rows.assertRows(
        Products.of(
            Mapped.rows(
                Products.MAPPING,
                """
                record_key | sku | name | price | unit_cost | is_active
                p1         | s1  | Mug  | 9.95  | 4.10      | true
                p1         | s2  | Cup  | 9.95  | -         | false
                p2         | s1  | -    | -     | -         | -
                """)),
        """
        record_key | sku | name | price | unit_cost | is_active
        p1         | s1  | Mug  | 9.95  | 4.10      | true
        p1         | s2  | Cup  | 9.95  | -         | false
        p2         | s1  | -    | -     | -         | true
        """);
  }
}
