package io.tributary.silver.admission;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;

import io.tributary.bronze.Records;
import io.tributary.lake.FewRows;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Spans;
import io.tributary.lake.Table;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How a table takes what arrives where several records tell of one row, whichever come first. A row
 * names all of them, so that it can be made again of the others once one of them is lost.
 *
 * @param unit what the records of a row have in common
 * @param once makes one row a unit; rows it has already made may come again among others
 */
public record Gathered(Table table, Field unit, Arrivals.Made once) {
  public static final Field ALSO_TOLD_BY =
      Field.optional(
          "also_told_by", Field.TEXTS, "The keys of the other records that tell of it, sorted");

  public void write(Lake lake, Arrivals arrivals, Arrivals.Made made) {
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
    Optional<Dataset<Row>> undone = arrivals.lost().map(lost -> undone(lake, lost));
    Dataset<Row> touched = fresh.select(unit.col());
    Dataset<Row> units = FewRows.of(undone.map(touched::union).orElse(touched).distinct());
    Optional<Dataset<Row>> near = Spans.near(lake.before(table), units, unit);
    if (near.isEmpty()) {
      lake.append(table, fresh);
      return;
    }
    Dataset<Row> whole = undone.map(lost -> without(near.get(), lost)).orElse(near.get());
    Dataset<Row> told = fresh.union(table.select(among(whole, units)));
    if (undone.isPresent() && !undone.get().isEmpty()) {
      Dataset<Row> broken = among(near.get(), undone.get());
      told = others(lake, arrivals, broken).map(made::of).map(told::union).orElse(told);
    }
    lake.replace(table, once.of(told), units, unit);
  }

  /** The units of which a lost record told, first or among others. */
  private Dataset<Row> undone(Lake lake, Lost lost) {
    Dataset<Row> told =
        lake.before(table).select(unit.col(), explode(all()).as(Records.RECORD_KEY.name()));
    return FewRows.of(
        told.join(lost.keys(), Records.RECORD_KEY.name(), "left_semi")
            .select(unit.col())
            .distinct());
  }

  /** What the records that still stand tell of rows of which one is lost. */
  private Optional<Dataset<Row>> others(Lake lake, Arrivals arrivals, Dataset<Row> broken) {
    Dataset<Row> records =
        broken
            .select(Records.ACCOUNT.col(), explode(all()).as(Records.RECORD_KEY.name()))
            .join(arrivals.fallen().orElseThrow(), Records.RECORD_KEY.name(), "left_anti")
            .distinct();
    Dataset<Row> units = broken.select(unit.col());
    return arrivals.lost().orElseThrow().rowsOf(records, lake).map(rows -> among(rows, units));
  }

  private Dataset<Row> among(Dataset<Row> rows, Dataset<Row> units) {
    return rows.join(units, unit.name(), "left_semi");
  }

  private Dataset<Row> without(Dataset<Row> rows, Dataset<Row> units) {
    return rows.join(units, unit.name(), "left_anti");
  }

  /** Every record that tells of a row. */
  private static Column all() {
    return concat(
        array(Records.RECORD_KEY.col()), coalesce(ALSO_TOLD_BY.col(), array().cast(Field.TEXTS)));
  }

  /** The records that tell of any of some rows; an aggregate. */
  public static Column records() {
    return flatten(collect_list(all()));
  }

  /** Of these records all but one. */
  public static Column but(Column record, Column records) {
    return array_sort(array_compact(array_except(records, array(record))));
  }
}
