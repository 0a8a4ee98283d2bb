package io.tributary.lake;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DummySnapshot;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * A table before its first version, which has no files. Delta's own snapshot plans a query to learn
 * that, anew for each table that a first night makes.
 */
final class EmptySnapshot extends DummySnapshot {
  private final Dataset<AddFile> none;

  EmptySnapshot(DeltaLog log, Dataset<AddFile> none) {
    super(log.logPath(), log);
    this.none = none;
  }

  @Override
  public Dataset<AddFile> allFiles() {
    return none;
  }
}
