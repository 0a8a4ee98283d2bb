package io.tributary.lake;

import java.util.Optional;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.ColumnarRule;
import org.apache.spark.sql.execution.LocalTableScanExec;
import org.apache.spark.sql.execution.RDDScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.exchange.BroadcastExchangeExec;
import scala.Function1;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Has Spark send rows that the driver holds to its tasks as they are: left to itself it starts a
 * job that brings them to the driver first, and a small night has a hundred of these. Named in
 * {@code spark.sql.extensions}; without it everything works, slower.
 */
public final class DriverRowsExtension
    extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectColumnar(
        new AbstractFunction1<>() {
          @Override
          public ColumnarRule apply(org.apache.spark.sql.SparkSession session) {
            return new AfterPlanning();
          }
        });
    return BoxedUnit.UNIT;
  }

  /** Spark's place for rules that come after its own choice of operators. */
  private static final class AfterPlanning extends ColumnarRule {
    @Override
    public Rule<SparkPlan> postColumnarTransitions() {
      return new HeldOnes();
    }
  }

  private static final class HeldOnes extends Rule<SparkPlan> {
    @Override
    public SparkPlan apply(SparkPlan plan) {
      return plan.transformUp(
          new AbstractPartialFunction<>() {
            @Override
            public boolean isDefinedAt(SparkPlan node) {
              return node instanceof BroadcastExchangeExec;
            }

            /** Scala's partial functions return any type above the one of their own. */
            @Override
            @SuppressWarnings("unchecked")
            public <A extends SparkPlan, B> B applyOrElse(A node, Function1<A, B> others) {
              return held(node).map(plan -> (B) plan).orElseGet(() -> others.apply(node));
            }
          });
    }
  }

  private static Optional<SparkPlan> held(SparkPlan node) {
    return node instanceof BroadcastExchangeExec sent
        ? scan(sent.child()).map(rows -> new BroadcastExchangeExec(sent.mode(), rows))
        : Optional.empty();
  }

  private static Optional<SparkPlan> scan(SparkPlan plan) {
    if (plan instanceof LocalTableScanExec local) {
      return Optional.of(new HeldRowsExec(local));
    }
    if (plan instanceof RDDScanExec apart) {
      Optional<Seq<InternalRow>> rows = DriverRows.heldIn(apart.rdd());
      return rows.map(
          held -> new HeldRowsExec(new LocalTableScanExec(apart.output(), held, Option.empty())));
    }
    return Optional.empty();
  }
}
