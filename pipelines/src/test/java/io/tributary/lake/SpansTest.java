package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tributary.Rows;
import io.tributary.TestSpark;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  static Stream<Arguments> files() {
    return Stream.of(
        arguments("05", "07", true),
        arguments("01", "04", false),
        arguments("01", "05", true),
        arguments("07", "09", true),
        arguments("08", "09", false),
        arguments("01", "09", true));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileMayHoldValuesItsOwnSpanMeets(String from, String to, boolean mayHold) {
    String stats =
        "{\"numRecords\":2,\"minValues\":{\"key\":\"%s\"},\"maxValues\":{\"key\":\"%s\"}}"
            .formatted(from, to);

    assertThat(new FileSpans("key", "05", "07").mayHold(stats)).isEqualTo(mayHold);
  }

  @Test
  void aFileOfUnknownSpanMayHoldAnything() {
    FileSpans span = new FileSpans("key", "05", "07");

    assertThat(span.mayHold(null)).isTrue();
    assertThat(span.mayHold("{\"numRecords\":2}")).isTrue();
    assertThat(span.mayHold("{\"minValues\":{\"key\":\"08\"}}")).isTrue();
  }

  private static Dataset<Row> rows(String values) {
    return TestSpark.session().sql("select * from values " + values + " as t(shop, key)");
  }
}
