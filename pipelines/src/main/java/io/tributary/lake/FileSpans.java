package io.tributary.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * The files of a table that may hold some values of a text column, by the least and greatest value
 * that Delta's log tells of each file: a night then does not open the files of all nights before.
 */
final class FileSpans {
  /** Smaller tables are read whole sooner than the span of the values is known. */
  static final long WORTH_ASKING = 16 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String column;
  private final byte[] least;
  private final byte[] greatest;

  FileSpans(String column, String least, String greatest) {
    this.column = column;
    this.least = least.getBytes(UTF_8);
    this.greatest = greatest.getBytes(UTF_8);
  }

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
    FileSpans spans = new FileSpans(field.name(), span.getString(0), span.getString(1));
    return files.stream().filter(file -> spans.mayHold(file.stats())).toList();
  }

  /** Whether a file of such statistics, as Delta writes them, may hold one of the values. */
  boolean mayHold(String statistics) {
    JsonNode stats = read(statistics);
    JsonNode from = stats.path("minValues").path(column);
    JsonNode to = stats.path("maxValues").path(column);
    return !from.isTextual()
        || !to.isTextual()
        || (compare(from, greatest) <= 0 && compare(to, least) >= 0);
  }

  /** As Spark compares text, byte by byte. */
  private static int compare(JsonNode text, byte[] other) {
    return Arrays.compareUnsigned(text.textValue().getBytes(UTF_8), other);
  }

  private static JsonNode read(String statistics) {
    try {
      return statistics == null ? JSON.missingNode() : JSON.readTree(statistics);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Delta's statistics of a file are no JSON", e);
    }
  }
}
