package io.tributary.lake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Protocol;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The files of a version of a table, as the checksum of that version lists them when they are few.
 * Delta asks Spark for them in jobs of their own, at every read and every write, which costs a
 * small night more than its rows do.
 */
final class FewFiles implements FileIndex {
  /** What a table's files may need of a reader beyond plain Parquet: nothing but this. */
  private static final Set<String> KNOWN =
      Set.of("variantType", "variantType-preview", "deletionVectors");

  private final Path root;
  private final List<AddFile> files;

  private FewFiles(Path root, List<AddFile> files) {
    this.root = root;
    this.files = files;
  }

  /** The files of a version: none before the first, and by Delta's own listing when many. */
  static List<AddFile> of(Snapshot snapshot) {
    if (snapshot.version() < 0) {
      return List.of();
    }
    return listed(snapshot).orElseGet(() -> snapshot.allFiles().collectAsList());
  }

  /** The rows of a version; empty when it takes Delta's own reader to find or read its files. */
  static Optional<Dataset<Row>> rows(SparkSession session, Snapshot snapshot) {
    return listed(snapshot)
        .filter(files -> isReadable(snapshot))
        .map(files -> read(session, snapshot, files));
  }

  /** The rows of some files of a version. */
  static Dataset<Row> rows(SparkSession session, Snapshot snapshot, List<AddFile> files) {
    return isReadable(snapshot)
        ? read(session, snapshot, files)
        : snapshot
            .deltaLog()
            .createDataFrame(
                snapshot, CollectionConverters.asScala(files).toSeq(), false, Option.empty());
  }

  private static Dataset<Row> read(SparkSession session, Snapshot snapshot, List<AddFile> files) {
    return files.stream().allMatch(file -> file.deletionVector() == null)
        ? relation(session, snapshot, files)
        : StruckFiles.rows(session, snapshot, files);
  }

  private static Optional<List<AddFile>> listed(Snapshot snapshot) {
    Option<Seq<AddFile>> files = snapshot.checksumOpt().flatMap(checksum -> checksum.allFiles());
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(List.copyOf(CollectionConverters.asJava(files.get())));
  }

  /** Whether its files need nothing of a reader that is not known here. */
  static boolean isReadable(Snapshot snapshot) {
    Protocol protocol = snapshot.protocol();
    boolean isKnown =
        protocol.minReaderVersion() == 1
            || CollectionConverters.asJava(protocol.readerFeatureNames()).stream()
                .allMatch(KNOWN::contains);
    return isKnown && snapshot.metadata().partitionColumns().isEmpty();
  }

  private static Dataset<Row> relation(
      SparkSession session, Snapshot snapshot, List<AddFile> files) {
    FewFiles index = new FewFiles(snapshot.deltaLog().dataPath(), files);
    return session.baseRelationToDataFrame(
        new HadoopFsRelation(
            index,
            new StructType(),
            snapshot.metadata().schema(),
            Option.empty(),
            new ParquetFileFormat(),
            Map$.MODULE$.empty(),
            session));
  }

  @Override
  public Seq<Path> rootPaths() {
    return CollectionConverters.asScala(List.of(root)).toSeq();
  }

  @Override
  public Seq<PartitionDirectory> listFiles(
      Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
    List<Expression> filters = CollectionConverters.asJava(dataFilters);
    FileStatus[] statuses =
        files.stream()
            .filter(file -> mayMeet(file, filters))
            .map(this::status)
            .toArray(FileStatus[]::new);
    return CollectionConverters.asScala(
            List.of(PartitionDirectory.apply(InternalRow.empty(), statuses)))
        .toSeq();
  }

  /** A table of years has a file or more of each night, and a night asks for the last few. */
  static boolean mayMeet(AddFile file, List<Expression> filters) {
    if (filters.isEmpty()) {
      return true;
    }
    FileBounds bounds = FileBounds.of(file);
    return filters.stream().allMatch(bounds::mayMeet);
  }

  private FileStatus status(AddFile file) {
    return new FileStatus(
        file.size(), /* isdir= */ false, 0, 0, file.modificationTime(), path(root, file));
  }

  /** A path in the log is written as in a URL, and absolute in a shallow clone. */
  static Path path(Path root, AddFile file) {
    Path path = SparkPath.fromUrlString(file.path()).toPath();
    return path.isAbsolute() ? path : new Path(root, path);
  }

  @Override
  public String[] inputFiles() {
    return files.stream().map(file -> path(root, file).toString()).toArray(String[]::new);
  }

  @Override
  public void refresh() {
    // The files of a version never change.
  }

  @Override
  public long sizeInBytes() {
    return files.stream().mapToLong(AddFile::size).sum();
  }

  @Override
  public StructType partitionSchema() {
    return new StructType();
  }
}
