package io.tributary.sample.fault;

import de.siegmar.fastcsv.reader.CsvReader;
import io.tributary.sample.landing.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes single cells of a CSV line. */
final class Cells {
  private Cells() {}

  private static List<String> of(String line) {
    var records = CsvReader.builder().ofCsvRecord(line).stream().toList();
    return new ArrayList<>(records.get(0).getFields());
  }

  private static String line(List<String> cells) {
    var text = Csv.line(cells.toArray());
    return text.substring(0, text.length() - 1);
  }

  /** Puts something else into a cell that is not empty. */
  static UnaryOperator<String> set(int column, String value) {
    return line -> {
      var cells = of(line);
      if (cells.get(column).isEmpty()) {
        return line;
      }
      cells.set(column, value);
      return line(cells);
    };
  }

  /** Makes something else of a cell. */
  static UnaryOperator<String> changed(int column, UnaryOperator<String> change) {
    return line -> {
      var cells = of(line);
      cells.set(column, change.apply(cells.get(column)));
      return line(cells);
    };
  }

  /** Swaps two cells. */
  static UnaryOperator<String> swap(int one, int other) {
    return line -> {
      var cells = of(line);
      var held = cells.get(one);
      cells.set(one, cells.get(other));
      cells.set(other, held);
      return line(cells);
    };
  }

  /** Drops the last cells. */
  static UnaryOperator<String> shortened(int dropped) {
    return line -> {
      var cells = of(line);
      return line(cells.subList(0, cells.size() - dropped));
    };
  }

  /** Adds to a whole number. */
  static UnaryOperator<String> added(int column, int more) {
    return changed(column, number -> "" + (Long.parseLong(number) + more));
  }
}
