package io.tributary.sample.landing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes lines of a CSV file. */
public final class Csv {
  private static final CsvWriter.CsvWriterBuilder WRITERS =
      CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF);

  private Csv() {}

  /** One line; null and an empty {@link Optional} make an empty cell. */
  public static String line(Object... cells) {
    var text = new StringWriter();
    List<String> fields = Arrays.stream(cells).map(Csv::cell).toList();
    try (var writer = WRITERS.build(text)) {
      writer.writeRecord(fields);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return text.toString();
  }

  private static String cell(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Object::toString).orElse("");
    }
    return value == null ? "" : value.toString();
  }
}
