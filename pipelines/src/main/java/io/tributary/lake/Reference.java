package io.tributary.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.tributary.lake.quality.Finding;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A column whose values another table must have; a row without a value names nothing.
 *
 * @param to the table whose key, one column, the values are of
 */
public record Reference(Field column, Table to) {
  private static final String NAMING = "naming";

  public Reference {
    if (to.key().size() != 1) {
      throw new IllegalArgumentException(to + " cannot be named by one column, " + column.name());
    }
  }

  /** The rule that the values are there. */
  public Check check() {
    return new Check(
        column.name() + " is known",
        Check.Level.WARN,
        Check.Scope.REFERENCE,
        column.name() + " in " + to);
  }

  /**
   * Of the rows that name something, those that name what {@code others}, all rows of the other
   * table, do not have. Of the others one column is read, and nothing is moved for few rows.
   */
  public Finding finding(Dataset<Row> rows, Dataset<Row> others) {
    Dataset<Row> named =
        rows.where(column.col().isNotNull()).groupBy(column.col()).agg(count(lit(1)).as(NAMING));
    Dataset<Row> known =
        others.select(to.key().get(0).col().as(column.name())).join(named, column.name());
    Row sums =
        named
            .select(named.col(NAMING), lit(0L).as("known"))
            .union(known.select(lit(0L), known.col(NAMING)))
            .agg(total(NAMING), total("known"))
            .head();
    return new Finding(check(), sums.getLong(0), sums.getLong(0) - sums.getLong(1));
  }

  private static Column total(String counts) {
    return coalesce(sum(counts), lit(0L));
  }
}
