package io.tributary.jobs.night;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;

/** Rows of text read one by one, a fault on the way put in words. */
record Cells(Iterator<Row> rows, Function<Exception, RuntimeException> words)
    implements Iterator<List<String>> {

  @Override
  public boolean hasNext() {
    return guarded(rows::hasNext);
  }

  @Override
  public List<String> next() {
    Row row = guarded(rows::next);
    List<String> cells = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      cells.add(row.getString(i));
    }
    return cells;
  }

  private <T> T guarded(Supplier<T> step) {
    try {
      return step.get();
    } catch (Exception fault) {
      throw words.apply(fault);
    }
  }
}
