package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.TestSpark;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SpansTest {
  private static final Field KEY = Field.optional("key", Field.TEXT, "The key");
  private static final Field SHOP = Field.optional("shop", Field.TEXT, "The shop");

  @Test
  void valuesLieInTheSpanOfTheirGroup() {
    Dataset<Row> others = rows("('a', 'a/05'), ('a', 'a/07'), ('b', 'b/01'), ('b', null)");

    Column near = Spans.within(others, KEY, SHOP);

    assertThat(
            Rows.of(
                rows("('a', 'a/04'), ('a', 'a/06'), ('a', 'a/08'), ('b', 'b/01'), ('a', null)")
                    .where(near)
                    .select("key")))
        .containsExactly("a/06", "b/01");
  }

  @Test
  void nothingLiesNearNothing() {
    assertThat(rows("('a', 'x')").where(Spans.within(rows("('a', null)"), KEY)).count()).isZero();
  }

  @Test
  void manyGroupsAreOneSpan() {
    Dataset<Row> others =
        TestSpark.session()
            .sql("select 's' || id as shop, 'k' || (1000 + id) as key from range(300)");

    Column near = Spans.within(others, KEY, SHOP);

    assertThat(
            Rows.of(rows("('x', 'k1000'), ('x', 'k1150'), ('x', 'k2')").where(near).select("key")))
        .containsExactly("k1000", "k1150");
  }

  private static Dataset<Row> rows(String values) {
    return TestSpark.session().sql("select * from values " + values + " as t(shop, key)");
  }
}
