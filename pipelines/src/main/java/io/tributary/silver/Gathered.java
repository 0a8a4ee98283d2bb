package io.tributary.silver;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Spans;
import io.tributary.lake.Table;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How a table takes what arrives where several records tell of one row, whichever come first.
 *
 * @param unit what the records of a row have in common
 * @param once makes one row a unit; rows it has already made may come again among others
 */
record Gathered(Table table, Field unit, Arrivals.Made once) {

  void write(Lake lake, Arrivals arrivals, Arrivals.Made made) {
    Optional<Dataset<Row>> rows = arrivals.rows().map(made::of);
    if (rows.isEmpty()) {
      return;
    }
    if (!lake.existedBefore(table)) {
      lake.append(table, rows.get());
      return;
    }
    // Made once, though the units in it are asked for several times.
    Dataset<Row> fresh = rows.get().localCheckpoint(/* eager */ false);
    Dataset<Row> before = lake.before(table);
    Dataset<Row> touched = fresh.select(unit.col());
    Dataset<Row> standing = before;
    if (arrivals.fallen().isPresent()) {
      Dataset<Row> fallen = arrivals.fallen().get();
      String record = Records.RECORD_KEY.name();
      touched = touched.union(before.join(fallen, record, "left_semi").select(unit.col()));
      standing = before.join(fallen, record, "left_anti");
    }
    Dataset<Row> units = touched.distinct();
    Dataset<Row> rest = Spans.near(standing, units, unit).join(units, unit.name(), "left_semi");
    lake.replace(table, once.of(fresh.union(table.select(rest))), units, unit);
  }
}
