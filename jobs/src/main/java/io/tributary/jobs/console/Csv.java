package io.tributary.jobs.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** A grid as CSV after RFC 4180; no value is an empty cell, empty text a quoted one. */
public final class Csv {
  private Csv() {}

  public static void print(Grid grid, PrintWriter out) {
    line(grid.columns().stream().map(Grid.Column::name).toList(), out);
    grid.rows().forEach(row -> line(row, out));
    out.flush();
  }

  private static void line(List<String> cells, PrintWriter out) {
    out.print(cells.stream().map(Csv::cell).collect(Collectors.joining(",")));
    out.print("\n");
  }

  private static String cell(String text) {
    if (text == null) {
      return "";
    }
    boolean isPlain =
        !text.isEmpty() && text.equals(text.strip()) && !text.matches("(?s).*[\",\r\n].*");
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
