package io.tributary;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A table drawn with {@code |} in a text block: a header line, then a line a row. */
record TextTable(List<String> header, List<List<String>> lines) {

  static TextTable parse(String text) {
    List<List<String>> lines =
        text.lines().filter(line -> !line.isBlank()).map(TextTable::cells).toList();
    List<String> header = lines.get(0);
    for (List<String> line : lines) {
      if (line.size() != header.size()) {
        throw new IllegalArgumentException(line + " does not have the columns " + header);
      }
    }
    return new TextTable(header, lines.subList(1, lines.size()));
  }

  void requireColumnsOf(Table table) {
    List<String> names = table.fields().stream().map(Field::name).toList();
    for (String name : header) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(table + " has no column " + name + ", only " + names);
      }
    }
  }

  /** The cells as text columns. */
  Dataset<Row> dataset() {
    StructType schema =
        new StructType(
            header.stream()
                .map(name -> DataTypes.createStructField(name, DataTypes.StringType, true))
                .toArray(StructField[]::new));
    List<Row> rows = lines.stream().map(line -> RowFactory.create(line.toArray())).toList();
    return TestSpark.session().createDataFrame(rows, schema);
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("\\|", -1)).map(String::strip).map(TextTable::value).toList();
  }

  private static String value(String cell) {
    return switch (cell) {
      case "-" -> null;
      case "''" -> "";
      default -> cell;
    };
  }
}
