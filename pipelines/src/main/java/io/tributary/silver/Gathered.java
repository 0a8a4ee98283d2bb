package io.tributary.silver;

import io.tributary.bronze.Records;
import io.tributary.lake.FewRows;
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
    Optional<Dataset<Row>> mapped = arrivals.rows().map(made::of);
    if (mapped.isEmpty()) {
      return;
    }
    if (!lake.existedBefore(table)) {
      lake.append(table, mapped.get());
      return;
    }
    // Made once, though the units in it are asked for several times.
    Dataset<Row> fresh = mapped.get().localCheckpoint(/* eager */ false);
    Dataset<Row> before = lake.before(table);
    Dataset<Row> touched = fresh.select(unit.col());
    Dataset<Row> standing = before;
    if (arrivals.fallen().isPresent()) {
      Dataset<Row> fallen = arrivals.fallen().get();
      String record = Records.RECORD_KEY.name();
      touched = touched.union(before.join(fallen, record, "left_semi").select(unit.col()));
      standing = before.join(fallen, record, "left_anti");
    }
    Dataset<Row> units = FewRows.of(touched.distinct());
    Optional<Dataset<Row>> near = Spans.near(standing, units, unit);
    if (near.isEmpty() && arrivals.fallen().isEmpty()) {
      lake.append(table, fresh);
      return;
    }
    Dataset<Row> told =
        near.map(rows -> rows.join(units, unit.name(), "left_semi"))
            .map(rest -> fresh.union(table.select(rest)))
            .orElse(fresh);
    lake.replace(table, once.of(told), units, unit);
  }
}
