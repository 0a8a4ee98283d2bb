package io.tributary.silver.identity.match;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;

/** Ways through the rows of a partition, a row or a group of rows at a time. */
final class Rows {
  private Rows() {}

  static Iterator<Row> each(Iterator<Row> rows, Function<Row, Row> change) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        return change.apply(rows.next());
      }
    };
  }

  /** What each row, or group of rows, gives; there may be nothing. */
  static <T> Iterator<Row> all(Iterator<T> items, Function<T, List<Row>> change) {
    return new Iterator<>() {
      private Iterator<Row> given = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        while (!given.hasNext() && items.hasNext()) {
          given = change.apply(items.next()).iterator();
        }
        return given.hasNext();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return given.next();
      }
    };
  }

  /** Rows, and then those that are made once all of them are taken. */
  static Iterator<Row> joined(Iterator<Row> first, Supplier<Iterator<Row>> then) {
    return new Iterator<>() {
      private Iterator<Row> last;

      @Override
      public boolean hasNext() {
        if (last == null && !first.hasNext()) {
          last = then.get();
        }
        return last == null || last.hasNext();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return last == null ? first.next() : last.next();
      }
    };
  }

  /** Neighbouring rows of one number, which stands in the first column. */
  static Iterator<List<Row>> groups(Iterator<Row> rows) {
    return new Iterator<>() {
      private Row ahead = rows.hasNext() ? rows.next() : null;

      @Override
      public boolean hasNext() {
        return ahead != null;
      }

      @Override
      public List<Row> next() {
        if (ahead == null) {
          throw new NoSuchElementException();
        }
        List<Row> group = new ArrayList<>(4);
        long number = ahead.getLong(0);
        while (ahead != null && ahead.getLong(0) == number) {
          group.add(ahead);
          ahead = rows.hasNext() ? rows.next() : null;
        }
        return group;
      }
    };
  }
}
