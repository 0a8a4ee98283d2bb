package io.tributary.lake;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.LogicalRDD;

/**
 * Rows that a step asks for several times, made once: on the driver when they are few, as the keys
 * of a small night are, and in the executors' memory when they are many. Joined with others, a few
 * rows of the driver cost no exchange.
 */
public final class FewRows {
  private static final int FEW = 100_000;

  private FewRows() {}

  public static Dataset<Row> of(Dataset<Row> rows) {
    if (isMade(rows.queryExecution().analyzed())) {
      return rows;
    }
    List<Row> few = rows.limit(FEW + 1).collectAsList();
    return few.size() > FEW ? rows.localCheckpoint() : DriverRows.of(few, rows.schema(), rows);
  }

  private static boolean isMade(LogicalPlan plan) {
    return plan instanceof LocalRelation
        || (plan instanceof LogicalRDD apart && apart.rdd().getStorageLevel().useMemory());
  }
}
