package io.tributary.jobs.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tributary.jobs.console.Grid.Column;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** A grid as JSON: an array with one object a line, so that it can be read as it grows. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

  private Json() {}

  public static void print(Grid grid, PrintWriter out) {
    String before = "[";
    for (List<String> row : grid.rows()) {
      out.print(before + "\n  " + object(grid.columns(), row));
      before = ",";
    }
    out.print(before.equals("[") ? "[]\n" : "\n]\n");
    out.flush();
  }

  /** Several grids as one object with a key for each. */
  public static void print(List<Named> grids, PrintWriter out) {
    String before = "{";
    for (Named named : grids) {
      StringWriter array = new StringWriter();
      print(named.grid(), new PrintWriter(array));
      out.print(before + "\n\"" + named.name() + "\": " + array.toString().strip());
      before = ",";
    }
    out.print("\n}\n");
    out.flush();
  }

  /** A grid and the key it stands under. */
  public record Named(String name, Grid grid) {}

  private static String object(List<Column> columns, List<String> row) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      for (int i = 0; i < row.size(); i++) {
        json.writeFieldName(columns.get(i).name());
        write(json, columns.get(i).kind(), row.get(i));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Grid.Kind kind, String cell) throws IOException {
    if (cell == null) {
      json.writeNull();
      return;
    }
    switch (kind) {
      case TEXT -> json.writeString(cell);
      case FLAG -> json.writeBoolean(Boolean.parseBoolean(cell));
      case JSON -> json.writeRawValue(cell);
      case NUMBER -> {
        // JSON knows no NaN and no infinity.
        if (NUMBER.matcher(cell).matches()) {
          json.writeNumber(cell);
        } else {
          json.writeString(cell);
        }
      }
    }
  }
}
