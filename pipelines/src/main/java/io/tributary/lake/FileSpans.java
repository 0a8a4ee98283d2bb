package io.tributary.lake;

import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The files of a table that may hold some values of a text column, by the least and greatest value
 * that Delta's log tells of each file: a night then does not open the files of all nights before.
 */
final class FileSpans {
  /** Smaller tables are read whole sooner than the span of the values is known. */
  static final long WORTH_ASKING = 16 << 20;

  private FileSpans() {}

  /** Those of the files that may hold a row with one of the values of a field. */
  static List<AddFile> near(List<AddFile> files, Dataset<Row> values, Field field) {
    long bytes = files.stream().mapToLong(AddFile::size).sum();
    if (bytes < WORTH_ASKING || !field.type().equals(Field.TEXT)) {
      return files;
    }
    Row span =
        values.agg(min(field.col()), max(field.col()), count_if(field.col().isNull())).first();
    if (span.getLong(2) > 0) {
      return files;
    }
    if (span.isNullAt(0)) {
      return List.of();
    }
    UTF8String from = UTF8String.fromString(span.getString(0));
    UTF8String to = UTF8String.fromString(span.getString(1));
    return files.stream()
        .filter(file -> FileBounds.of(file).mayHold(field.name(), from, to))
        .toList();
  }
}
