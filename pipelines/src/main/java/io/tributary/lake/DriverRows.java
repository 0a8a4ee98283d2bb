package io.tributary.lake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/**
 * What the driver hands to the tasks: rows, and things that all of them need.
 *
 * <p>Every rule of Spark's planner walks through all rows that a plan holds, in each plan that
 * reads them, so more than a few stand beside it. Spark still knows how large they are, which
 * decides how they are joined.
 */
public final class DriverRows {
  private static final int FEW = 500;

  /** Plans that send more than these straight from the driver would be walked through for long. */
  private static final int MOST_SENT = 20_000;

  /** The rows of datasets that stand beside their plans, for as long as somebody has them. */
  private static final Map<RDD<InternalRow>, Seq<InternalRow>> HELD =
      Collections.synchronizedMap(new WeakHashMap<>());

  private DriverRows() {}

  /** Rows as a dataset beside another. */
  public static Dataset<Row> of(List<Row> rows, StructType schema, Dataset<?> beside) {
    return of(rows, schema, beside.sparkSession());
  }

  static Dataset<Row> of(
      List<Row> rows, StructType schema, org.apache.spark.sql.SparkSession session) {
    if (rows.size() <= FEW) {
      return session.createDataFrame(rows, schema);
    }
    SparkSession classic = (SparkSession) session;
    LocalRelation made =
        LocalRelation.fromExternalRows(
            CollectionConverters.asScala(attributes(schema)).toSeq(),
            CollectionConverters.asScala(rows).toSeq());
    RDD<InternalRow> apart =
        classic
            .sparkContext()
            .parallelize(
                made.data(),
                classic.sparkContext().defaultParallelism(),
                ClassTag$.MODULE$.apply(InternalRow.class))
            // Else each task that reads them would bring them along.
            .persist(StorageLevel.MEMORY_AND_DISK());
    if (rows.size() <= MOST_SENT) {
      HELD.put(apart, made.data());
    }
    return org.apache.spark.sql.classic.Dataset.ofRows(classic, plan(made, apart, classic));
  }

  /** The rows that were made into an RDD here; none where it comes from elsewhere. */
  static Optional<Seq<InternalRow>> heldIn(RDD<InternalRow> apart) {
    return Optional.ofNullable(HELD.get(apart));
  }

  private static List<Attribute> attributes(StructType schema) {
    return List.copyOf(CollectionConverters.asJava(DataTypeUtils.toAttributes(schema)));
  }

  private static LogicalPlan plan(
      LocalRelation made, RDD<InternalRow> apart, SparkSession session) {
    return new LogicalRDD(
        made.output(),
        apart,
        LogicalRDD.apply$default$3(),
        LogicalRDD.apply$default$4(),
        /* isStreaming= */ false,
        Option.empty(),
        session,
        Option.apply(made.computeStats()),
        Option.empty());
  }

  /** By which things are sent to all tasks of a dataset. */
  public static JavaSparkContext context(Dataset<?> of) {
    return JavaSparkContext.fromSparkContext(of.sparkSession().sparkContext());
  }
}
