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
  private DeltaDifference() {}

  static Dataset<Row> between(SparkSession session, String path, long then, long now) {
    DeltaLog log =
        DeltaLog.forTable((org.apache.spark.sql.classic.SparkSession) session, new Path(path));
    Snapshot before = snapshot(log, then);
    Snapshot after = snapshot(log, now);
    Dataset<Row> removed = rows(log, before, filesMissing(before, after));
    Dataset<Row> added = rows(log, after, filesMissing(after, before));
    return added.exceptAll(removed).union(removed.exceptAll(added));
  }

  private static Snapshot snapshot(DeltaLog log, long version) {
    return log.getSnapshotAt(version, Option.empty(), Option.empty(), false);
  }

  private static List<AddFile> filesMissing(Snapshot in, Snapshot other) {
    Set<String> known =
        other.allFiles().collectAsList().stream().map(AddFile::path).collect(Collectors.toSet());
    return in.allFiles().collectAsList().stream()
        .filter(file -> !known.contains(file.path()))
        .toList();
  }

  private static Dataset<Row> rows(DeltaLog log, Snapshot snapshot, List<AddFile> files) {
    return log.createDataFrame(
        snapshot, CollectionConverters.asScala(files).toSeq(), false, Option.empty());
  }
}
