package io.tributary.jobs.night;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Field;
import io.tributary.lake.TributaryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A CSV file with names that the command line gives, every value of it as text. */
public record GivenFile(Path file, Dataset<Row> rows) {

  /** Reads the file that {@code option} gives; one that is not there is a fault of usage. */
  public static GivenFile read(SparkSession session, Path file, String option) {
    if (!Files.isReadable(file)) {
      throw TributaryException.usage("%s: there is no file %s.".formatted(option, file));
    }
    return new GivenFile(
        file,
        session
            .read()
            .option("header", true)
            .option("multiLine", true)
            .option("escape", "\"")
            .option("ignoreLeadingWhiteSpace", true)
            .option("ignoreTrailingWhiteSpace", true)
            .csv(file.toString()));
  }

  public List<String> columns() {
    return List.of(rows.columns());
  }

  /** A column's name as SQL reads it. */
  public static String quoted(String column) {
    return "`" + column.replace("`", "``") + "`";
  }

  /** An expression of the file's columns as text; {@code asker} is the option that asks for it. */
  public Column text(String asker, String expression) {
    Column text = expr(expression).cast(Field.TEXT);
    try {
      rows.select(text).schema();
    } catch (Exception fault) {
      // Spark throws checked exceptions that no signature names.
      throw TributaryException.usage(
          "%s: %s has no such columns as '%s' asks for; it has %s."
              .formatted(asker, file, expression, String.join(", ", columns())),
          fault);
    }
    return text;
  }

  /** The same where it names something; what is blank names nothing, and is null. */
  public Column name(String asker, String expression) {
    Column text = text(asker, expression);
    return when(trim(text).notEqual(""), text);
  }
}
