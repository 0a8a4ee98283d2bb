package io.tributary;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.btrim;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.parse_json;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * Rows as text tables: the first line names columns, {@code |} parts cells, {@code -} is null,
 * {@code ''} the empty text, {@code [a, b]} an array and JSON a variant.
 */
public final class Rows {
  private Rows() {}

  /** Rows of a table. Columns the text leaves out are null, or a neutral value when required. */
  public static Dataset<Row> of(Table table, String text) {
    TextTable cells = TextTable.parse(text);
    cells.requireColumnsOf(table);
    return cells
        .dataset()
        .select(
            table.fields().stream()
                .map(field -> cells.header().contains(field.name()) ? given(field) : absent(field))
                .toArray(Column[]::new));
  }

  /** Every row as a line of text, sorted: two datasets are equal when their lines are. */
  public static List<String> of(Dataset<Row> rows) {
    Column[] cells = Arrays.stream(rows.schema().fields()).map(Rows::shown).toArray(Column[]::new);
    return rows.select(concat_ws(" | ", cells)).as(Encoders.STRING()).collectAsList().stream()
        .sorted()
        .toList();
  }

  /** Asserts that the rows, reduced to the columns the text names, are exactly the text's rows. */
  public static void assertRows(Dataset<Row> found, String expected) {
    TextTable cells = TextTable.parse(expected);
    Dataset<Row> seen =
        found.select(cells.header().stream().map(found::col).toArray(Column[]::new));
    Column[] typed =
        Arrays.stream(seen.schema().fields())
            .map(field -> typed(field.name(), field.dataType()))
            .toArray(Column[]::new);
    assertThat(drawn(cells, seen)).isEqualTo(drawn(cells, cells.dataset().select(typed)));
  }

  private static String drawn(TextTable table, Dataset<Row> rows) {
    return String.join(" | ", table.header()) + "\n" + String.join("\n", of(rows));
  }

  private static Column given(Field field) {
    return typed(field.name(), field.type());
  }

  private static Column absent(Field field) {
    return field.from(field.nullable() ? lit(null) : neutral(field.type()));
  }

  private static Column neutral(DataType type) {
    if (type instanceof NumericType) {
      return lit(0);
    }
    if (type.equals(Field.VARIANT)) {
      return parse_json(lit("{}"));
    }
    if (type.equals(Field.TEXTS)) {
      return array();
    }
    if (type.equals(Field.FLAG)) {
      return lit(false);
    }
    return lit(type.equals(Field.TEXT) ? "any" : "2026-01-01");
  }

  private static Column typed(String name, DataType type) {
    Column cell = col(name);
    if (type.equals(Field.TEXTS)) {
      Column inside = btrim(cell, lit("[] "));
      return when(inside.equalTo(""), array().cast(type))
          .otherwise(split(inside, ", *"))
          .cast(type)
          .as(name);
    }
    return (type.equals(Field.VARIANT) ? parse_json(cell) : cell.cast(type)).as(name);
  }

  private static Column shown(StructField field) {
    Column cell = col(field.name());
    Column text;
    if (field.dataType().equals(Field.VARIANT)) {
      text = to_json(cell);
    } else if (field.dataType().equals(Field.TEXTS)) {
      text = concat(lit("["), array_join(cell, ", "), lit("]"));
    } else {
      text = regexp_replace(cell.cast(Field.TEXT), "^$", "''");
    }
    return coalesce(text, lit("-"));
  }
}
