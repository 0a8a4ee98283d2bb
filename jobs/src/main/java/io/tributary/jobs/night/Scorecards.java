package io.tributary.jobs.night;

import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Table;
import io.tributary.lake.ops.QualityScores;
import io.tributary.lake.ops.Runs;
import io.tributary.lake.quality.Dimension;
import io.tributary.lake.quality.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.functions;

/** The tables' last quality scores, as the books have them. */
public final class Scorecards {
  private static final int NIGHTS_SHOWN = 14;

  private final Lakehouse house;
  private final Map<String, Scored> latest = new TreeMap<>();

  private Scorecards(Lakehouse house) {
    this.house = house;
  }

  public static Scorecards of(Lakehouse house) {
    Scorecards scorecards = new Scorecards(house);
    house
        .read(house.session(), QualityScores.TABLE)
        .groupBy(QualityScores.TABLE_NAME.col().as("of_table"))
        .agg(
            functions
                .max_by(functions.struct(QualityScores.TABLE.columns()), Runs.RUN.col())
                .as("last"))
        .select("last.*")
        .collectAsList()
        .forEach(row -> scorecards.add(QualityScores.read(row)));
    return scorecards;
  }

  private void add(Scored scored) {
    latest.put(scored.table(), scored);
  }

  /** The last score of a table; empty for one that has none. */
  public Optional<Scored> latest(Table table) {
    return Optional.ofNullable(latest.get(table.qualifiedName()));
  }

  /** The last score of every table, by dimension. */
  public Grid overview() {
    return grid(latest.values(), false);
  }

  /** The same with the rows measured, the points lost in words and the anomalies. */
  public Grid detail() {
    return grid(latest.values(), true);
  }

  /** A table's last scores, the newest first. */
  public Grid history(Table table) {
    List<Scored> nights =
        house
            .read(house.session(), QualityScores.TABLE)
            .where(QualityScores.TABLE_NAME.col().equalTo(table.qualifiedName()))
            .orderBy(Runs.RUN.col().desc())
            .limit(NIGHTS_SHOWN)
            .collectAsList()
            .stream()
            .map(QualityScores::read)
            .toList();
    return grid(nights, false);
  }

  private static Grid grid(Collection<Scored> scores, boolean isDetailed) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("table"));
    columns.add(Column.number("run"));
    columns.add(Column.text("as_of"));
    columns.add(Column.text("outcome"));
    columns.add(Column.number("score"));
    Arrays.stream(Dimension.values())
        .map(dimension -> Column.number(dimension.word()))
        .forEach(columns::add);
    columns.add(Column.text("delivered"));
    columns.add(Column.number("rows"));
    if (isDetailed) {
      columns.add(Column.text("points_lost"));
      columns.add(Column.text("anomalies"));
    }
    Grid.Builder grid = Grid.of(columns.toArray(Column[]::new));
    scores.forEach(scored -> grid.row(cells(scored, isDetailed)));
    return grid.grid();
  }

  private static Object[] cells(Scored scored, boolean isDetailed) {
    List<Object> cells = new ArrayList<>();
    cells.add(scored.table());
    cells.add(scored.run());
    cells.add(scored.asOf());
    cells.add(scored.outcome().name().toLowerCase(Locale.ROOT));
    cells.add(scored.score().total());
    for (Dimension dimension : Dimension.values()) {
      cells.add(scored.score().points().get(dimension));
    }
    cells.add(scored.delivered());
    cells.add(scored.profile().rows());
    if (isDetailed) {
      cells.add(scored.score().lost().isEmpty() ? null : scored.score().words());
      cells.add(scored.anomalies().isEmpty() ? null : String.join("; ", scored.anomalies()));
    }
    return cells.toArray();
  }
}
