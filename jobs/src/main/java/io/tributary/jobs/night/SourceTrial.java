package io.tributary.jobs.night;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.settings.Settings;
import io.tributary.lake.Field;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Layer;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import io.tributary.lake.ops.Files;
import io.tributary.lake.ops.Quarantine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** One source landed into a lakehouse of its own, to see what becomes of it. */
public final class SourceTrial {
  private static final int FILES_SHOWN = 20;
  private static final int REASONS_SHOWN = 30;
  private static final String RATES = "exchange_rates";
  private static final String IDENTITY = "silver.identity";

  /** What is set aside goes to the books. */
  private static final Set<Layer> LANDING_AND_TYPING =
      Set.of(Layer.BRONZE, Layer.SILVER, Layer.OPS);

  private final Workspace workspace;
  private final Lakehouse house;
  private final Source source;

  public SourceTrial(Workspace workspace, Source source) {
    this.workspace = workspace;
    this.house = workspace.house();
    this.source = source;
  }

  /** The source of a name. */
  public static Source named(Settings settings, String name) {
    List<Source> sources = settings.sources();
    return sources.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                TributaryException.usage(
                    "There is no source '%s' in %s. There are: %s."
                        .formatted(
                            name,
                            settings.file(),
                            sources.stream().map(Source::name).collect(Collectors.joining(", ")))));
  }

  /** The sources alone, with those that tell what their money is worth. */
  public static Settings settings(Settings settings, List<Source> tried, Path scratch) {
    List<Source> needed =
        settings.sources().stream()
            .filter(one -> tried.contains(one) || one.feeds().containsKey(RATES))
            .toList();
    return settings.withSources(needed).withLakehouse(scratch.toString());
  }

  /** A folder for a lakehouse that is thrown away. */
  public static Path scratch() {
    try {
      return java.nio.file.Files.createTempDirectory("tributary-source-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void discard(Path scratch) {
    try (Stream<Path> all = java.nio.file.Files.walk(scratch)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        java.nio.file.Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lands the source and makes of it all that silver tables take. */
  public void land() {
    new Night(workspace)
        .perform(
            steps ->
                steps.stream()
                    .filter(step -> LANDING_AND_TYPING.contains(step.layer()))
                    .filter(step -> !step.name().equals(IDENTITY))
                    .toList());
  }

  /** What became of the records of each file. */
  public Grid outcomes() {
    Dataset<Row> files =
        read(Files.TABLE)
            .where(Files.SOURCE.col().equalTo(source.name()))
            .groupBy(substring_index(Files.FILE.col(), "/", -3).as("file"))
            .agg(
                sum(Files.LANDED.col()).as("landed"),
                sum(Files.ACCEPTED.col()).as("accepted"),
                sum(Files.DUPLICATE.col()).as("duplicate"),
                sum(Files.SUPERSEDED.col()).as("superseded"),
                sum(Files.QUARANTINED.col()).as("quarantined"),
                functions.max(Files.DEFECT.col()).as("set aside whole"))
            .orderBy(col("quarantined").desc(), col("file").desc())
            .limit(FILES_SHOWN);
    return RowGrid.of(
        files,
        Column.text("file"),
        Column.number("landed"),
        Column.number("accepted"),
        Column.number("duplicate"),
        Column.number("superseded"),
        Column.number("quarantined"),
        Column.text("set aside whole"));
  }

  /** How many rows each silver table takes from the source, and which columns stay empty. */
  public Grid mapped() {
    Grid.Builder grid =
        Grid.of(
            Column.text("silver table"), Column.number("rows"), Column.text("columns not filled"));
    for (Step step : workspace.steps()) {
      for (Table table : step.writes()) {
        boolean isFed = step.layer() == Layer.SILVER && house.version(table).isPresent();
        if (isFed && table.fields().contains(Records.RECORD_KEY)) {
          mapped(table, grid);
        }
      }
    }
    return grid.grid();
  }

  private void mapped(Table table, Grid.Builder grid) {
    org.apache.spark.sql.Column[] empty =
        table.fields().stream()
            .filter(Field::nullable)
            .map(
                field ->
                    functions
                        .when(count(field.col()).equalTo(0), lit(field.name()))
                        .as(field.name()))
            .toArray(org.apache.spark.sql.Column[]::new);
    Row row =
        read(table)
            .where(isOfSource(table))
            .agg(count(lit(1)).as("rows"), concat_ws(", ", empty).as("empty"))
            .first();
    if (row.getLong(0) > 0) {
      grid.row(table, row.getLong(0), row.getString(1));
    }
  }

  /** A table that names no source tells it by the keys of its records, which begin with it. */
  private org.apache.spark.sql.Column isOfSource(Table table) {
    return table.fields().contains(Records.SOURCE)
        ? Records.SOURCE.col().equalTo(source.name())
        : Records.RECORD_KEY.col().startsWith(source.name() + "/");
  }

  /** Why records were set aside, with the place of one of each. */
  public Grid rejected() {
    Dataset<Row> reasons =
        read(Quarantine.TABLE)
            .where(Quarantine.SOURCE.col().equalTo(source.name()))
            .groupBy(Quarantine.REASON.col())
            .agg(
                count(lit(1)).as("records"),
                min(concat_ws(
                        " record ",
                        substring_index(Quarantine.FILE.col(), "/", -3),
                        coalesce(Quarantine.POSITION.col().cast(Field.TEXT), lit("-"))))
                    .as("for example"))
            .orderBy(col("records").desc())
            .limit(REASONS_SHOWN)
            .select("records", Quarantine.REASON.name(), "for example");
    return RowGrid.of(
        reasons,
        Column.number("records"),
        Column.text("why set aside"),
        Column.text("for example"));
  }

  private Dataset<Row> read(Table table) {
    return house.read(house.session(), table);
  }
}
