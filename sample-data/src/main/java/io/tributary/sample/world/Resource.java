package io.tributary.sample.world;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the small tables of names, places and products that this module carries. */
public final class Resource {
  private Resource() {}

  /** The rows of a table that lies beside the package of worlds. */
  static List<List<String>> rows(String name) {
    return rows(Resource.class, name);
  }

  /** The rows of a table that lies beside a class. */
  public static List<List<String>> rows(Class<?> beside, String name) {
    try (var bytes = beside.getResourceAsStream(name);
        var text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        var reader = CsvReader.builder().ofCsvRecord(text)) {
      var rows = new ArrayList<List<String>>();
      for (CsvRecord row : reader) {
        rows.add(row.getFields());
      }
      return rows.subList(1, rows.size());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
