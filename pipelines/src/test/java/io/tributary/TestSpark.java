package io.tributary;

import io.tributary.lake.DriverRowsExtension;
import io.tributary.lake.HadoopSettings;
import io.tributary.lake.LocalDisk;
import io.tributary.lake.LocalDiskContext;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of the test JVM, set for many small tables. */
public final class TestSpark {
  private TestSpark() {}

  /** Interprets its plans, which on few rows is quicker than to compile them. */
  public static SparkSession session() {
    return Holder.SESSION;
  }

  private static final class Holder {
    static final SparkSession SESSION = start();

    private static SparkSession start() {
      SparkSession spark = open();
      HadoopSettings.forgetItsCluster(spark.sparkContext().hadoopConfiguration());
      HadoopSettings.forgetSources(spark.sparkContext().hadoopConfiguration());
      return spark;
    }

    private static SparkSession open() {
      return SparkSession.builder()
          .master("local[2]")
          .appName("tests")
          .config("spark.ui.enabled", false)
          .config("spark.hadoop.fs.file.impl", LocalDisk.class.getName())
          .config("spark.hadoop.fs.AbstractFileSystem.file.impl", LocalDiskContext.class.getName())
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.sql.warehouse.dir", "target/warehouse")
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.shuffle.partitions", 1)
          .config("spark.sql.adaptive.enabled", false)
          .config("spark.buffer.pageSize", "1m")
          .config("spark.sql.artifact.isolation.enabled", false)
          .config("spark.sql.codegen.wholeStage", false)
          .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
          .config(
              "spark.sql.extensions",
              "io.delta.sql.DeltaSparkSessionExtension," + DriverRowsExtension.class.getName())
          .config(
              "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
          .config("spark.databricks.delta.snapshotPartitions", 1)
          .config(
              "spark.databricks.delta.vacuum.enforceTimeTravelWithinDeletedFileRetentionDuration",
              false)
          .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", 2)
          .getOrCreate();
    }
  }
}
