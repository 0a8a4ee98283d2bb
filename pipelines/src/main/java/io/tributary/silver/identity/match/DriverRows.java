package io.tributary.silver.identity.match;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** What the driver hands to the tasks: rows, and things that all of them need. */
final class DriverRows {
  private DriverRows() {}

  /** Rows as a dataset beside another. */
  static Dataset<Row> of(List<Row> rows, StructType schema, Dataset<Row> beside) {
    return beside.sparkSession().createDataFrame(rows, schema);
  }

  /** By which things are sent to all tasks of a dataset. */
  static JavaSparkContext context(Dataset<Row> of) {
    return JavaSparkContext.fromSparkContext(of.sparkSession().sparkContext());
  }
}
