package io.tributary.jobs.launch;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.expressions.UnsafeMapData;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.CalendarInterval;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.unsafe.types.VariantVal;

/**
 * The hash codes of the classes that Spark's programs hand about. Spark writes the parameters of a
 * method in the order of a hash set of their types, and the JVM draws a class's hash code when it
 * is first asked: drawn by whichever thread comes first, they would make another program of the
 * same plan in each process, and none could be kept.
 */
public final class ClassHashes {
  private static final List<Class<?>> TYPES =
      List.of(
          boolean.class,
          byte.class,
          short.class,
          int.class,
          long.class,
          float.class,
          double.class,
          byte[].class,
          Object.class,
          String.class,
          InternalRow.class,
          UnsafeRow.class,
          UTF8String.class,
          Decimal.class,
          ArrayData.class,
          UnsafeArrayData.class,
          MapData.class,
          UnsafeMapData.class,
          CalendarInterval.class,
          VariantVal.class,
          ColumnarBatch.class);

  private ClassHashes() {}

  /**
   * Has the JVM draw them in one order. Called first of all by the thread that enters, whose draws
   * are the same in each process, they are as well.
   *
   * @return what they are, in that order
   */
  public static List<Integer> draw() {
    return TYPES.stream().map(System::identityHashCode).toList();
  }
}
