package io.tributary.lake;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows that stay where others of the same files are replaced.
 *
 * @param rows to be added again; null where their files stay
 * @param units of which there are none among them
 * @param unit the field that the units are values of
 */
record KeptRows(Dataset<Row> rows, Dataset<Row> units, Field unit) {

  /** Of the rows of files that go those that stay; {@code rows} is null where no file goes. */
  static KeptRows of(Dataset<Row> rows, Dataset<Row> units, Field unit) {
    KeptRows none = new KeptRows(null, units, unit);
    return rows == null ? none : new KeptRows(none.others(rows), units, unit);
  }

  /** Of some rows those that are of no unit named. */
  Dataset<Row> others(Dataset<Row> some) {
    return some.join(units, isOf(units, some, unit), "left_anti");
  }

  /** Whether a row is of a unit; rows without one are a unit of their own. */
  static Column isOf(Dataset<Row> units, Dataset<Row> rows, Field unit) {
    return unit.of(rows).eqNullSafe(unit.of(units));
  }
}
