package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.TestSpark;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewRowsTest {
  private static final AtomicInteger MADE = new AtomicInteger();

  @BeforeEach
  void nothingMade() {
    MADE.set(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 500, 501, 100_001})
  void theSameRowsComeBack(int count) {
    Dataset<Row> rows = counted(count);

    Dataset<Row> few = FewRows.of(rows);

    assertThat(few.schema()).isEqualTo(rows.schema());
    assertThat(few.collectAsList()).containsExactlyInAnyOrderElementsOf(rows.collectAsList());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 600, 100_500})
  void theyAreMadeOnce(int count) {
    Dataset<Row> few = FewRows.of(counted(count));
    int made = MADE.get();

    few.collectAsList();
    few.filter("made > 3").count();

    assertThat(made).isGreaterThanOrEqualTo(count);
    assertThat(MADE).hasValue(made);
  }

  @Test
  void rowsOfTheDriverStayWhatTheyAre() {
    Dataset<Row> few = FewRows.of(counted(7));

    assertThat(FewRows.of(few)).isSameAs(few);
  }

  private static Dataset<Row> counted(int count) {
    UDF1<Long, Long> made =
        id -> {
          MADE.incrementAndGet();
          return id;
        };
    return TestSpark.session()
        .range(0, count, 1, 2)
        .select(
            functions
                .udf(made, DataTypes.LongType)
                .asNondeterministic()
                .apply(functions.col("id"))
                .as("made"));
  }
}
