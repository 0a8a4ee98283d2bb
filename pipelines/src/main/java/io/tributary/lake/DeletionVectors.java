package io.tributary.lake;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.DeletionVectorDescriptor;
import org.apache.spark.sql.delta.deletionvectors.RoaringBitmapArray;
import org.apache.spark.sql.delta.deletionvectors.RoaringBitmapArrayFormat;
import org.apache.spark.sql.delta.deletionvectors.StoredBitmap$;
import org.apache.spark.sql.delta.storage.dv.DeletionVectorStore;
import org.apache.spark.sql.delta.storage.dv.DeletionVectorStore$;
import org.apache.spark.sql.delta.storage.dv.DeletionVectorStoreUtils;
import org.apache.spark.sql.delta.util.PathWithFileSystem;
import scala.Option;
import scala.collection.immutable.Range$;

/** Which rows of a table's files are struck out, as Delta's deletion vectors keep it. */
final class DeletionVectors {
  /** The property of a table by which its readers and writers know of deletion vectors. */
  static final String ENABLED = "delta.enableDeletionVectors";

  private static final String NO_PREFIX = "";

  private final DeletionVectorStore store;
  private final PathWithFileSystem root;

  DeletionVectors(DeltaLog log) {
    Configuration settings = log.newDeltaHadoopConf();
    store = DeletionVectorStore$.MODULE$.createInstance(settings);
    root = PathWithFileSystem.withConf(log.dataPath(), settings);
  }

  /** The files with more of their rows struck out, once what tells of it is written. */
  Map<AddFile, AddFile> strike(Map<AddFile, ? extends Collection<Long>> rows) {
    UUID name = UUID.randomUUID();
    Map<AddFile, AddFile> struck = new LinkedHashMap<>();
    try (DeletionVectorStoreUtils.Writer writer =
        store.createWriter(store.generateFileNameInTable(root, name, NO_PREFIX))) {
      rows.forEach((file, places) -> struck.put(file, strike(file, places, writer, name)));
    }
    return struck;
  }

  private AddFile strike(
      AddFile file, Collection<Long> places, DeletionVectorStoreUtils.Writer writer, UUID name) {
    RoaringBitmapArray all = struck(file);
    places.forEach(all::add);
    all.runOptimize();
    var range = writer.write(bytes(all));
    DeletionVectorDescriptor vector =
        DeletionVectorDescriptor.onDiskWithRelativePath(
            name,
            NO_PREFIX,
            range.length(),
            all.cardinality(),
            Option.apply(range.offset()),
            Option.empty());
    return file.removeRows(vector, /* updateStats= */ true, /* dataChange= */ true)._1();
  }

  /** The places in a file of its rows that are struck out. */
  private RoaringBitmapArray struck(AddFile file) {
    DeletionVectorDescriptor vector = file.deletionVector();
    return vector == null
        ? new RoaringBitmapArray()
        : StoredBitmap$.MODULE$.create(vector, root.path()).load(store);
  }

  /**
   * A file that holds nothing but the rows struck out between two versions of it; nobody writes it
   * down.
   */
  AddFile struckBetween(AddFile before, AddFile after) {
    RoaringBitmapArray gone = struck(after);
    gone.andNot(struck(before));
    RoaringBitmapArray others = new RoaringBitmapArray();
    long rows = (Long) before.numPhysicalRecords().get();
    others.addRange(Range$.MODULE$.apply(0, Math.toIntExact(rows)));
    others.andNot(gone);
    others.runOptimize();
    DeletionVectorDescriptor vector =
        DeletionVectorDescriptor.inlineInLog(bytes(others), others.cardinality());
    return before.removeRows(vector, /* updateStats= */ true, /* dataChange= */ true)._1();
  }

  private static byte[] bytes(RoaringBitmapArray places) {
    return places.serializeAsByteArray(RoaringBitmapArrayFormat.Portable());
  }
}
