package io.tributary.bronze.files;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * How the rows of a CSV file are laid out.
 *
 * @param delimiter what parts the cells; a comma when null
 * @param quote what encloses a cell that holds a delimiter or a line end; {@code "} when null
 * @param headless whether the first row is data already; false when null
 * @param columns with a header, the names it must have, in any order and among others; without one,
 *     the names of the cells in order
 */
public record CsvLayout(
    Character delimiter, Character quote, Boolean headless, List<String> columns)
    implements Serializable {
  /** Commas, double quotes, and names from the file's first row. */
  public static final CsvLayout RFC_4180 =
      new CsvLayout(',', '"', /* headless= */ false, List.of());

  /** Checks that cells can be told apart and that columns have names. */
  public CsvLayout {
    delimiter = delimiter == null ? ',' : delimiter;
    quote = quote == null ? '"' : quote;
    headless = headless != null && headless;
    columns = columns == null ? List.of() : List.copyOf(columns);
    check("delimiter", delimiter);
    check("quote", quote);
    if (delimiter.equals(quote)) {
      throw new IllegalArgumentException("csv: delimiter and quote are the same character");
    }
    if (headless && columns.isEmpty()) {
      throw new IllegalArgumentException(
          "csv: headless needs columns; list the names of the cells in order");
    }
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new IllegalArgumentException("csv: columns names a column twice: " + columns);
    }
  }

  /** This layout under a header that has at least these columns, in any order. */
  public CsvLayout expecting(List<String> names) {
    return new CsvLayout(delimiter, quote, headless, names);
  }

  /** Rows without a header, whose cells have these names in order. */
  public static CsvLayout headless(List<String> columns) {
    return new CsvLayout(',', '"', /* headless= */ true, columns);
  }

  /** This layout with another delimiter. */
  public CsvLayout delimitedBy(char other) {
    return new CsvLayout(other, quote, headless, columns);
  }

  private static void check(String name, char found) {
    if (found > 126 || (found < 32 && found != '\t')) {
      throw new IllegalArgumentException(
          Wording.of(
              "csv: %s is U+%04X; allowed are a tab and printable ASCII", name, (int) found));
    }
  }
}
