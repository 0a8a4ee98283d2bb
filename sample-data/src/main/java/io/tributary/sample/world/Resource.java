package io.tributary.sample.world;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the small tables of names, places and products that this package carries. */
final class Resource {
  private Resource() {}

  static List<List<String>> rows(String name) {
    try (var bytes = Resource.class.getResourceAsStream(name);
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
