package io.tributary.jobs.night;

import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A few rows of a dataset as a table to be printed. */
final class RowGrid {
  private RowGrid() {}

  static Grid of(Dataset<Row> rows, Column... columns) {
    Grid.Builder grid = Grid.of(columns);
    for (Row row : rows.collectAsList()) {
      Object[] cells = new Object[row.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = row.get(i);
      }
      grid.row(cells);
    }
    return grid.grid();
  }
}
