package io.tributary.lake;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;

/** What changed in a table between two versions, read from the files that came and went. */
final class DeltaDifference {
  private static final String CONTENT = "content";
  private static final String CAME = "came";

  private final Table table;
  private final Lakehouse house;
  private final SparkSession session;

  DeltaDifference(Lakehouse house, SparkSession session, Table table) {
    this.house = house;
    this.session = session;
    this.table = table;
  }

  Dataset<Row> between(long then, long now) {
    Sides sides = sides(then, now);
    Dataset<Row> removed = sides.removed().union(sides.struck());
    return sides.added().exceptAll(removed).union(removed.exceptAll(sides.added()));
  }

  /**
   * The keys of the rows that came or went. Rows of one key are told apart by a hash of 64 bits, so
   * that little is moved.
   */
  Dataset<Row> keysBetween(long then, long now, Field... key) {
    Sides sides = sides(then, now);
    return changed(sides.added(), sides.removed().union(sides.struck()), Field.columns(key));
  }

  /**
   * The same, but that what was struck out went even if a row like it came: to look at the whole of
   * a row takes reading all columns of all that stay.
   */
  Dataset<Row> keysTouchedBetween(long then, long now, Field... key) {
    Sides sides = sides(then, now);
    Column[] keys = Field.columns(key);
    return changed(sides.added(), sides.removed(), keys)
        .union(sides.struck().select(keys))
        .distinct();
  }

  private static Dataset<Row> changed(Dataset<Row> added, Dataset<Row> removed, Column[] keys) {
    return counted(added, keys, 1)
        .union(counted(removed, keys, -1))
        .groupBy(more(keys, col(CONTENT)))
        .agg(sum(CAME).as(CAME))
        .filter(col(CAME).notEqual(0))
        .select(keys)
        .distinct();
  }

  private static Dataset<Row> counted(Dataset<Row> rows, Column[] key, int came) {
    Column[] columns = Arrays.stream(rows.columns()).map(rows::col).toArray(Column[]::new);
    // The hash passes over nulls, so a value that moves to a column beside it would not change it.
    Column nulls = array(Arrays.stream(columns).map(Column::isNull).toArray(Column[]::new));
    return rows.select(more(key, xxhash64(more(columns, nulls)).as(CONTENT), lit(came).as(CAME)));
  }

  private static Column[] more(Column[] columns, Column... others) {
    return Stream.of(columns, others).flatMap(Arrays::stream).toArray(Column[]::new);
  }

  /** The rows of files that were written between two versions and are still there. */
  Dataset<Row> written(long then, long now) {
    return sides(then, now).added();
  }

  /** The rows of files that came, and of files that went, and those struck out of others. */
  private record Sides(Dataset<Row> added, Dataset<Row> removed, Dataset<Row> struck) {}

  private Sides sides(long then, long now) {
    Snapshot before = house.snapshot(session, table, then);
    Snapshot after = house.snapshot(session, table, now);
    Map<String, AddFile> filesBefore = byPath(before);
    Map<String, AddFile> filesAfter = byPath(after);
    return new Sides(
        rows(after, missing(filesAfter, filesBefore)),
        rows(before, missing(filesBefore, filesAfter)),
        rows(after, struck(filesBefore, filesAfter, new DeletionVectors(after.deltaLog()))));
  }

  private static Map<String, AddFile> byPath(Snapshot snapshot) {
    return FewFiles.of(snapshot).stream()
        .collect(Collectors.toMap(AddFile::path, Function.identity()));
  }

  private static List<AddFile> missing(Map<String, AddFile> files, Map<String, AddFile> others) {
    return files.values().stream().filter(file -> !others.containsKey(file.path())).toList();
  }

  private static List<AddFile> struck(
      Map<String, AddFile> before, Map<String, AddFile> after, DeletionVectors vectors) {
    return after.values().stream()
        .filter(file -> before.containsKey(file.path()))
        .filter(
            file ->
                !Objects.equals(file.deletionVector(), before.get(file.path()).deletionVector()))
        .map(file -> vectors.struckBetween(before.get(file.path()), file))
        .toList();
  }

  private Dataset<Row> rows(Snapshot snapshot, List<AddFile> files) {
    return table.align(FewFiles.rows(session, snapshot, files));
  }
}
