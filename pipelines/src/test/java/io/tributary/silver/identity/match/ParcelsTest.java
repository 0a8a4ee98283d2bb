package io.tributary.silver.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.TestSpark;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ParcelsTest {
  @Test
  void eachNumberIsCountedWhereverItWasGiven() {
    Dataset<Row> rows = TestSpark.session().range(0, 900_000, 1, 3).toDF();

    assertThat(counts(rows, row -> new long[] {row.getLong(0) % 300_000, -1}))
        .isEqualTo(Map.of(3L, 300_000L, 900_000L, 1L));
  }

  @Test
  void rowsWithoutNumbersSendNothing() {
    assertThat(counts(TestSpark.session().range(10).toDF(), row -> new long[0])).isEmpty();
    assertThat(counts(TestSpark.session().range(0).toDF(), row -> new long[] {1})).isEmpty();
  }

  /** By how many times a number was given, how many such numbers there are. */
  private static Map<Long, Long> counts(Dataset<Row> rows, Parcels.Source source) {
    MapPartitionsFunction<Row, Row> counted = ParcelsTest::counted;
    Map<Long, Long> counts = new TreeMap<>();
    Parcels.of(rows, source)
        .mapPartitions(counted, Encoders.row(Standardised.row(Standardised.ID, ScoredPairs.ONE)))
        .collectAsList()
        .forEach(row -> counts.merge(row.getLong(0), row.getLong(1), Long::sum));
    return counts;
  }

  private static Iterator<Row> counted(Iterator<Row> parcels) {
    Map<Long, Long> counts = new TreeMap<>();
    Parcels.count(parcels, (number, times) -> counts.merge(times, 1L, Long::sum));
    List<Row> rows =
        counts.entrySet().stream()
            .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
            .toList();
    return rows.iterator();
  }
}
