package io.tributary.silver.identity.match;

import static org.apache.spark.sql.functions.broadcast;

import io.tributary.lake.DriverRows;
import io.tributary.lake.Field;
import java.util.Collection;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of a large table by numbers that are few enough to be sent to each machine. */
final class Numbers {
  private Numbers() {}

  /** The rows whose field is one of the numbers. */
  static Dataset<Row> among(Dataset<Row> rows, Field field, Collection<Long> numbers) {
    return joined(rows, field, numbers, "left_semi");
  }

  /** The rows whose field is none of the numbers. */
  static Dataset<Row> without(Dataset<Row> rows, Field field, Collection<Long> numbers) {
    return joined(rows, field, numbers, "left_anti");
  }

  private static Dataset<Row> joined(
      Dataset<Row> rows, Field field, Collection<Long> numbers, String how) {
    Dataset<Row> listed = rows(numbers, field, rows);
    return rows.join(broadcast(listed), field.of(rows).equalTo(field.of(listed)), how);
  }

  /**
   * The numbers as rows of one field.
   *
   * @param beside rows of the same session
   */
  static Dataset<Row> rows(Collection<Long> numbers, Field field, Dataset<Row> beside) {
    return DriverRows.of(
        numbers.stream().sorted().map(number -> RowFactory.create(number)).toList(),
        Standardised.row(field),
        beside);
  }
}
