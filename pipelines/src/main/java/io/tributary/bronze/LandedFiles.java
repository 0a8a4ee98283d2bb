package io.tributary.bronze;

import io.tributary.bronze.files.FileFormat;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.Storage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** Landing files read by tasks, each file by one, as a stream of records. */
final class LandedFiles {
  private static final long BYTES_PER_TASK = 16L << 20;
  private static final StructType SCHEMA = schema();

  private LandedFiles() {}

  /**
   * One row per record, and one at position -1 for a file that is set aside whole.
   *
   * @param headers takes the columns of each delimited file as it is read
   */
  static Dataset<Row> read(
      SparkSession session,
      List<PlannedFile> files,
      FileFormat format,
      CollectionAccumulator<Header> headers) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    SerializableConfiguration configuration =
        new SerializableConfiguration(session.sparkContext().hadoopConfiguration());
    List<List<PlannedFile>> shares = shares(files);
    JavaRDD<Row> rows =
        context
            .parallelize(shares, shares.size())
            .flatMap(
                share -> {
                  Storage storage = new Storage(configuration.value());
                  return new FileRows(storage, format, share.iterator(), headers);
                });
    return session.createDataFrame(rows, SCHEMA);
  }

  /** Files dealt out to tasks, the largest first, each to the task with the least so far. */
  private static List<List<PlannedFile>> shares(List<PlannedFile> files) {
    long bytes = files.stream().mapToLong(PlannedFile::bytes).sum();
    int tasks = (int) Math.min(files.size(), 1 + bytes / BYTES_PER_TASK);
    PriorityQueue<Share> open = new PriorityQueue<>(Comparator.comparingLong(Share::bytes));
    for (int i = 0; i < tasks; i++) {
      open.add(new Share(0, new ArrayList<>()));
    }
    files.stream()
        .sorted(Comparator.comparingLong(PlannedFile::bytes).reversed())
        .forEach(file -> open.add(open.remove().with(file)));
    return open.stream().map(Share::files).collect(Collectors.toList());
  }

  private record Share(long bytes, List<PlannedFile> files) {
    Share with(PlannedFile file) {
      files.add(file);
      return new Share(bytes + file.bytes(), files);
    }
  }

  private static StructType schema() {
    return new StructType(
        Stream.of(
                Records.ACCOUNT,
                Records.DELIVERY_DATE,
                Records.FILE,
                Records.FILE_HASH,
                Records.POSITION,
                Records.RAW,
                Records.RECORD,
                Records.DEFECT)
            .map(field -> new StructField(field.name(), field.type(), true, Metadata.empty()))
            .toArray(StructField[]::new));
  }
}
