package io.tributary.jobs.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of cells to be shown as a table, as CSV or as JSON.
 *
 * @param rows cells as text, one for each column; null for no value
 */
public record Grid(List<Column> columns, Iterable<List<String>> rows) {

  /** What the cells of a column hold. */
  public enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    /** Text that is JSON already: structures, lists and maps. */
    JSON
  }

  /** A column's heading and what its cells hold. */
  public record Column(String name, Kind kind) {
    public static Column text(String name) {
      return new Column(name, Kind.TEXT);
    }

    public static Column number(String name) {
      return new Column(name, Kind.NUMBER);
    }
  }

  /** A grid to which rows are added one by one. */
  public static Builder of(Column... columns) {
    return new Builder(List.of(columns));
  }

  /** Gathers the rows of a grid. */
  public static final class Builder {
    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private Builder(List<Column> columns) {
      this.columns = columns;
    }

    /** Adds a row; a cell that is null stays empty. */
    public Builder row(Object... cells) {
      if (cells.length != columns.size()) {
        throw new IllegalStateException(
            cells.length + " cells for " + columns.size() + " columns: " + Arrays.toString(cells));
      }
      rows.add(Arrays.stream(cells).map(cell -> cell == null ? null : cell.toString()).toList());
      return this;
    }

    public Grid grid() {
      return new Grid(columns, rows);
    }
  }
}
