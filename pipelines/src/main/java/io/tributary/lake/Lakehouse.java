package io.tributary.lake;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.implicits.package$;
import scala.Option;

/** Where the tables stand: two roots, the second for personal data with credentials of its own. */
public final class Lakehouse {
  private static final Pattern PATTERN = Pattern.compile("[\\[\\]{}*?]");

  private final SparkSession session;
  private final String root;
  private final String restrictedRoot;
  private final Clock clock;
  private final Map<String, Long> versions = new ConcurrentHashMap<>();
  private Dataset<AddFile> noFiles;

  public Lakehouse(SparkSession session, String root, String restrictedRoot, Clock clock) {
    this.session = session;
    this.root = readable(Storage.absolute(session, root));
    this.restrictedRoot = readable(Storage.absolute(session, restrictedRoot));
    this.clock = clock;
  }

  private static String readable(String root) {
    if (PATTERN.matcher(root).find()) {
      throw TributaryException.usage(
          "lakehouse: %s has one of [ ] { } * ? in it, which Spark takes for a pattern of many"
                  .formatted(root)
              + " folders. Choose another folder.");
    }
    return root;
  }

  public SparkSession session() {
    return session;
  }

  public String root() {
    return root;
  }

  /** The one clock of a run; only stamps and leases are read off it. */
  public Clock clock() {
    return clock;
  }

  public Storage storage() {
    return new Storage(session);
  }

  /** The folder that holds the table's files and log. */
  public String path(Table table) {
    String base = table.isRestricted() ? restrictedRoot : root;
    return base + "/" + table.layer().schema() + "/" + table.name();
  }

  /** The table's latest committed version; empty when it was never written. */
  public OptionalLong version(Table table) {
    long version =
        versions.computeIfAbsent(
            table.qualifiedName(), name -> storage().latestVersion(path(table)));
    return version < 0 ? OptionalLong.empty() : OptionalLong.of(version);
  }

  /** The table as it stands; no rows when it was never written. */
  public Dataset<Row> read(SparkSession reader, Table table) {
    OptionalLong version = version(table);
    return version.isEmpty() ? empty(reader, table) : readAt(reader, table, version.getAsLong());
  }

  /** The table as it was at a version; no rows when the version is negative. */
  public Dataset<Row> readAt(SparkSession reader, Table table, long version) {
    if (version < 0) {
      return empty(reader, table);
    }
    Snapshot snapshot = snapshot(reader, table, version);
    return table.align(
        FewFiles.rows(reader, snapshot)
            .orElseGet(
                () ->
                    reader
                        .read()
                        .format("delta")
                        .option("versionAsOf", version)
                        .load(path(table))));
  }

  /** A version of a table that has been written. */
  Snapshot snapshot(SparkSession reader, Table table, long version) {
    return DeltaLog.forTable(
            (org.apache.spark.sql.classic.SparkSession) reader, new Path(path(table)))
        .getSnapshotAt(version, Option.empty(), Option.empty(), /* within retention */ false);
  }

  /** What a table consists of before its first version. */
  synchronized Dataset<AddFile> noFiles() {
    if (noFiles == null) {
      noFiles = session.emptyDataset(package$.MODULE$.addFileEncoder());
    }
    return noFiles;
  }

  /** Looks at the tables anew: whoever held the lakehouse until now may have moved them. */
  void forgetVersions() {
    versions.clear();
  }

  void moved(Table table, long version) {
    versions.merge(table.qualifiedName(), version, Math::max);
  }

  private static Dataset<Row> empty(SparkSession reader, Table table) {
    return reader.createDataFrame(List.<Row>of(), table.schema());
  }
}
