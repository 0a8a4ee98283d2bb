package io.tributary.jobs.night;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.lake.Catalog;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Table;
import io.tributary.lake.ops.Alerts;
import io.tributary.lake.ops.Quarantine;
import io.tributary.lake.ops.Runs;
import io.tributary.lake.ops.Steps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the books say of past runs, as grids. */
public final class Chronicle {
  private static final String PLANNED = "planned";

  private final Lakehouse house;

  public Chronicle(Lakehouse house) {
    this.house = house;
  }

  /** The last runs, the newest first; a run without an end died or is at work. */
  public Grid runs(int limit) {
    org.apache.spark.sql.Column isPlan = Runs.EVENT.col().equalTo(PLANNED);
    Dataset<Row> runs =
        read(Runs.TABLE)
            .groupBy(Runs.RUN.col())
            .agg(
                max(Runs.AS_OF.col()).cast("string").as("as_of"),
                date_format(min(Runs.AT.col()), "yyyy-MM-dd HH:mm:ss").as("begun"),
                coalesce(
                        max(when(isPlan, lit(null)).otherwise(Runs.EVENT.col())), lit("unfinished"))
                    .as("end"),
                max(when(isPlan, size(Runs.FILES.col()))).as("files"),
                max(when(isPlan, size(Runs.SELECTION.col()))).as("steps"))
            .orderBy(Runs.RUN.col().desc())
            .limit(limit);
    return RowGrid.of(
        runs,
        Column.number("run"),
        Column.text("as_of"),
        Column.text("begun"),
        Column.text("end"),
        Column.number("files"),
        Column.number("steps"));
  }

  /** Every table that stands, with the version readers see and the last run that wrote it. */
  public Grid tables(List<Table> tables) {
    Map<String, Row> last = lastWrites();
    Catalog catalog = new Catalog(house, house.session());
    Grid.Builder grid =
        Grid.of(
            Column.text("table"),
            Column.number("version"),
            Column.number("last_written_in_run"),
            Column.number("rows_written"));
    for (Table table : tables) {
      OptionalLong version = catalog.version(table);
      if (version.isPresent()) {
        Row write = last.get(table.qualifiedName());
        grid.row(
            table.qualifiedName(),
            version.getAsLong(),
            write == null ? null : write.getLong(1),
            write == null ? null : write.getLong(2));
      }
    }
    return grid.grid();
  }

  /** The alerts of the last run that came to its end. */
  public Grid alerts() {
    Dataset<Row> alerts =
        ofLastRun(Alerts.TABLE)
            .select(Runs.RUN.col(), Alerts.SUBJECT.col(), Alerts.MESSAGE.col())
            .orderBy(Alerts.SUBJECT.col(), Alerts.MESSAGE.col());
    return RowGrid.of(alerts, Column.number("run"), Column.text("subject"), Column.text("message"));
  }

  /** What the last run that came to its end set aside, and why, the most frequent first. */
  public Grid quarantine() {
    Dataset<Row> reasons =
        ofLastRun(Quarantine.TABLE)
            .groupBy(Runs.RUN.col(), Quarantine.SOURCE.col(), Quarantine.REASON.col())
            .agg(count(lit(1)).as("records"))
            .select(
                Runs.RUN.col(), Quarantine.SOURCE.col(), col("records"), Quarantine.REASON.col())
            .orderBy(col("records").desc(), Quarantine.SOURCE.col(), Quarantine.REASON.col());
    return RowGrid.of(
        reasons,
        Column.number("run"),
        Column.text("source"),
        Column.number("records"),
        Column.text("reason"));
  }

  private Dataset<Row> ofLastRun(Table table) {
    Dataset<Row> last =
        read(Runs.TABLE)
            .where(Runs.EVENT.col().notEqual(PLANNED))
            .agg(max(Runs.RUN.col()).as(Runs.RUN.name()));
    return read(table).join(last, Runs.RUN.name());
  }

  private Map<String, Row> lastWrites() {
    Map<String, Row> writes = new HashMap<>();
    read(Steps.TABLE)
        .select(Runs.RUN.col(), explode(Steps.WRITTEN.col()))
        .groupBy(col("key"))
        .agg(max(Runs.RUN.col()), max_by(col("value"), Runs.RUN.col()))
        .collectAsList()
        .forEach(row -> writes.put(row.getString(0), row));
    return writes;
  }

  private Dataset<Row> read(Table table) {
    return house.read(house.session(), table);
  }
}
