package io.tributary.lake;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * From where to where the values of a column go, group by group. Of a table that holds years, only
 * files with values in these spans have to be read to find equal ones, and values that begin with a
 * time lie together.
 */
public final class Spans {
  /** More spans would make a condition that takes longer than what it saves. */
  private static final int MOST = 100;

  private Spans() {}

  /**
   * The rows among which all are that share a value of {@code field} with {@code others}; empty
   * when it is known that none does.
   *
   * @param groups what parts the others so that their values lie close together
   */
  public static Optional<Dataset<Row>> near(
      Dataset<Row> rows, Dataset<Row> others, Field field, Field... groups) {
    if (bytes(rows) < FileSpans.WORTH_ASKING) {
      return Optional.of(rows);
    }
    Dataset<Row> near = rows.where(within(others, field, groups));
    return near.select(field.col()).isEmpty() ? Optional.empty() : Optional.of(near);
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
        .map(span -> isWithin(span, field.col()))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  /** A single value is asked for as such, which a file's dictionary can answer. */
  private static Column isWithin(Row span, Column value) {
    return span.get(0).equals(span.get(1))
        ? value.equalTo(lit(span.get(0)))
        : value.between(lit(span.get(0)), lit(span.get(1)));
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
