package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.TestSpark;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class DriverRowsTest {
  private static final StructType SCHEMA =
      new StructType().add("key", DataTypes.LongType).add("name", DataTypes.StringType);

  @Test
  void manyRowsStandBesideThePlanAndAreTheSame() {
    List<Row> rows = rows(3000);
    Dataset<Row> made = DriverRows.of(rows, SCHEMA, TestSpark.session());

    assertThat(made.queryExecution().analyzed()).isNotInstanceOf(LocalRelation.class);
    assertThat(made.collectAsList()).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(made.schema()).isEqualTo(SCHEMA);
    assertThat(FewRows.of(made)).isSameAs(made);
  }

  @Test
  void sparkKnowsHowLargeTheyAre() {
    Dataset<Row> made = DriverRows.of(rows(3000), SCHEMA, TestSpark.session());

    assertThat(made.queryExecution().optimizedPlan().stats().sizeInBytes().toLong())
        .isBetween(3000L * 16, 3000L * 64);
    assertThat(made.as("one").join(made.as("other"), "key").count()).isEqualTo(3000);
  }

  @Test
  void fewRowsStandInThePlan() {
    Dataset<Row> made = DriverRows.of(rows(3), SCHEMA, TestSpark.session());

    assertThat(made.queryExecution().analyzed()).isInstanceOf(LocalRelation.class);
    assertThat(made.collectAsList()).isEqualTo(rows(3));
  }

  private static List<Row> rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(key -> RowFactory.create((long) key, key % 3 == 0 ? null : "name " + key))
        .toList();
  }
}
