package io.tributary.lake;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * From where to where the values of a column go, group by group. Of a table that holds years, only
 * files with values in these spans have to be read to find equal ones, and values that begin with a
 * time lie together.
 */
public final class Spans {
  /** Smaller tables are read whole sooner than the spans are known. */
  private static final long WORTH_ASKING = 16 << 20;

  /** More spans would make a condition that takes longer than what it saves. */
  private static final int MOST = 100;

  private Spans() {}

  /** The rows among which all are that share a value of {@code field} with {@code others}. */
  public static Dataset<Row> near(
      Dataset<Row> rows, Dataset<Row> others, Field field, Field... groups) {
    return bytes(rows) > WORTH_ASKING ? rows.where(within(others, field, groups)) : rows;
  }

  private static double bytes(Dataset<Row> rows) {
    return rows.queryExecution().optimizedPlan().stats().sizeInBytes().toDouble();
  }

  /** Whether a row may share a value of {@code field} with {@code others}. */
  static Column within(Dataset<Row> others, Field field, Field... groups) {
    List<Row> spans = spans(others, field, groups);
    if (spans.size() > MOST) {
      spans = spans(others, field);
    }
    return spans.stream()
        .filter(span -> !span.isNullAt(0))
        .map(span -> field.col().between(lit(span.get(0)), lit(span.get(1))))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static List<Row> spans(Dataset<Row> others, Field field, Field... groups) {
    Column[] by = Arrays.stream(groups).map(Field::col).toArray(Column[]::new);
    return others
        .groupBy(by)
        .agg(min(field.col()).as("from"), max(field.col()).as("to"))
        .select("from", "to")
        .limit(MOST + 1)
        .collectAsList();
  }
}
