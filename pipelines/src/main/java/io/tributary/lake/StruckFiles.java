package io.tributary.lake;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.files.TahoeBatchFileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The files of a version of a table some of whose rows are struck out. Delta's own reader passes
 * over those; like {@link FewFiles} it opens no file that holds nothing of what is asked for.
 */
final class StruckFiles extends TahoeBatchFileIndex {
  private StruckFiles(SparkSession session, Snapshot snapshot, List<AddFile> files) {
    super(
        session,
        "batch",
        CollectionConverters.asScala(files).toSeq(),
        snapshot.deltaLog(),
        snapshot.deltaLog().dataPath(),
        snapshot,
        /* partitionFiltersGenerated= */ false);
  }

  static Dataset<Row> rows(SparkSession session, Snapshot snapshot, List<AddFile> files) {
    StruckFiles index = new StruckFiles(session, snapshot, files);
    return session.baseRelationToDataFrame(
        new HadoopFsRelation(
            index,
            index.partitionSchema(),
            snapshot.metadata().schema(),
            Option.empty(),
            snapshot.deltaLog().fileFormat(snapshot.protocol(), snapshot.metadata()),
            Map$.MODULE$.empty(),
            session));
  }

  @Override
  public Seq<AddFile> matchingFiles(Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
    List<Expression> filters = CollectionConverters.asJava(dataFilters);
    return CollectionConverters.asScala(
            CollectionConverters.asJava(addFiles()).stream()
                .filter(file -> FewFiles.mayMeet(file, filters))
                .toList())
        .toSeq();
  }
}
