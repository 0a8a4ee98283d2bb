package io.tributary.lake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** What changed in a table between two versions, read from the files that came and went. */
final class DeltaDifference {
  private final Table table;
  private final Lakehouse house;
  private final SparkSession session;

  DeltaDifference(Lakehouse house, SparkSession session, Table table) {
    this.house = house;
    this.session = session;
    this.table = table;
  }

  Dataset<Row> between(long then, long now) {
    Snapshot before = house.snapshot(session, table, then);
    Snapshot after = house.snapshot(session, table, now);
    List<AddFile> filesBefore = FewFiles.of(before);
    List<AddFile> filesAfter = FewFiles.of(after);
    Dataset<Row> removed = rows(before, missing(filesBefore, filesAfter));
    Dataset<Row> added = rows(after, missing(filesAfter, filesBefore));
    return added.exceptAll(removed).union(removed.exceptAll(added));
  }

  private static List<AddFile> missing(List<AddFile> files, List<AddFile> others) {
    Set<String> known = others.stream().map(AddFile::path).collect(Collectors.toSet());
    return files.stream().filter(file -> !known.contains(file.path())).toList();
  }

  private Dataset<Row> rows(Snapshot snapshot, List<AddFile> files) {
    return table.align(
        snapshot
            .deltaLog()
            .createDataFrame(
                snapshot, CollectionConverters.asScala(files).toSeq(), false, Option.empty()));
  }
}
