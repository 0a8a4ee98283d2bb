package io.tributary.lake;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.LocalTableScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import scala.Function1;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A scan of rows that the driver holds, which need no job to come to the driver. */
final class HeldRowsExec extends SparkPlan {
  private static final long serialVersionUID = 1L;

  private final LocalTableScanExec rows;

  HeldRowsExec(LocalTableScanExec rows) {
    this.rows = rows;
  }

  @Override
  public Tuple2<Object, Iterator<InternalRow>> executeCollectIterator() {
    InternalRow[] collected = executeCollect();
    Iterator<InternalRow> each = CollectionConverters.asScala(Arrays.asList(collected).iterator());
    return new Tuple2<>((long) collected.length, each);
  }

  @Override
  public InternalRow[] executeCollect() {
    return rows.executeCollect();
  }

  @Override
  public RDD<InternalRow> doExecute() {
    return rows.execute();
  }

  @Override
  public Seq<Attribute> output() {
    return rows.output();
  }

  @Override
  public Seq<SparkPlan> children() {
    return CollectionConverters.asScala(List.<SparkPlan>of()).toSeq();
  }

  @Override
  public SparkPlan mapChildren(Function1<SparkPlan, SparkPlan> change) {
    return this;
  }

  @Override
  public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> none) {
    return this;
  }

  /** Two scans of the same rows are sent once. */
  @Override
  public SparkPlan doCanonicalize() {
    return new HeldRowsExec((LocalTableScanExec) rows.canonicalized());
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int n) {
    return rows;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof HeldRowsExec;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeldRowsExec held && held.rows.equals(rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }
}
