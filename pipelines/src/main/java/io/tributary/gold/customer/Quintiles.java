package io.tributary.gold.customer;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import io.tributary.lake.Field;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Which fifth of its group each row belongs to, 5 being the greatest values.
 *
 * @param group columns, never null, whose equal values make a group
 * @param tie orders equal values, so that the answer does not depend on how rows are partitioned
 */
record Quintiles(List<String> group, Column tie) {
  private static final String BUCKET = "quintile_bucket";
  private static final String ROWS = "quintile_bucket_rows";
  private static final String BEFORE = "quintile_rows_before";
  private static final String ALL = "quintile_rows_all";

  /** What is ranked; a row without a value has no quintile. */
  record Rank(Field quintile, Column value) {
    Column bucket() {
      return floor(value).cast(Field.LONG).as(BUCKET);
    }
  }

  /**
   * A rank is the rows in smaller buckets plus the rank within the bucket. Only the counts of
   * whole-number buckets are summed in one place; rows are sorted a bucket at a time, in parallel.
   */
  Dataset<Row> addTo(Dataset<Row> rows, Rank... ranks) {
    var ranked = rows;
    for (Rank rank : ranks) {
      // Counted on the rows as they came: on those already ranked, each rank would double the work.
      var offsets = broadcast(offsets(rows, rank));
      var within = Window.partitionBy(columns(keys())).orderBy(rank.value(), tie);
      var before = col(BEFORE).plus(row_number().over(within)).minus(1);
      var fifth = floor(before.multiply(5).divide(col(ALL))).plus(1);
      ranked =
          ranked
              .select(col("*"), rank.bucket())
              .join(offsets, keys().toArray(String[]::new), "left")
              .select(col("*"), rank.quintile().from(fifth))
              .drop(BUCKET, BEFORE, ALL);
    }
    return ranked;
  }

  private Dataset<Row> offsets(Dataset<Row> rows, Rank rank) {
    var inGroup = Window.partitionBy(columns(group));
    var smaller = inGroup.orderBy(BUCKET).rowsBetween(Window.unboundedPreceding(), -1);
    return rows.filter(rank.value().isNotNull())
        .select(col("*"), rank.bucket())
        .groupBy(columns(keys()))
        .agg(count(lit(1)).as(ROWS))
        .select(
            Stream.concat(
                    Stream.of(columns(keys())),
                    Stream.of(
                        coalesce(sum(ROWS).over(smaller), lit(0)).as(BEFORE),
                        sum(ROWS).over(inGroup).as(ALL)))
                .toArray(Column[]::new));
  }

  private List<String> keys() {
    return Stream.concat(group.stream(), Stream.of(BUCKET)).toList();
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }
}
