package io.tributary.lake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** What changed in a table between two versions, read from the files that came and went. */
final class DeltaDifference {
  private final Table table;
  private final DeltaLog log;

  DeltaDifference(Lakehouse house, SparkSession session, Table table) {
    this.table = table;
    this.log =
        DeltaLog.forTable(
            (org.apache.spark.sql.classic.SparkSession) session, new Path(house.path(table)));
  }

  Dataset<Row> between(long then, long now) {
    Snapshot before = snapshot(then);
    Snapshot after = snapshot(now);
    // Each listing is a Spark job of its own.
    List<AddFile> filesBefore = before.allFiles().collectAsList();
    List<AddFile> filesAfter = after.allFiles().collectAsList();
    Dataset<Row> removed = rows(before, missing(filesBefore, filesAfter));
    Dataset<Row> added = rows(after, missing(filesAfter, filesBefore));
    return added.exceptAll(removed).union(removed.exceptAll(added));
  }

  private Snapshot snapshot(long version) {
    return log.getSnapshotAt(version, Option.empty(), Option.empty(), false);
  }

  private static List<AddFile> missing(List<AddFile> files, List<AddFile> others) {
    Set<String> known = others.stream().map(AddFile::path).collect(Collectors.toSet());
    return files.stream().filter(file -> !known.contains(file.path())).toList();
  }

  private Dataset<Row> rows(Snapshot snapshot, List<AddFile> files) {
    return table.align(
        log.createDataFrame(
            snapshot, CollectionConverters.asScala(files).toSeq(), false, Option.empty()));
  }
}
