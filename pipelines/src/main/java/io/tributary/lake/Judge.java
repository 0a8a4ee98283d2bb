package io.tributary.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/** Measures a table's checks in the same scan that writes its rows. */
final class Judge {
  private static final String ROWS = "rows";

  private final List<Check> checks;
  private final Observation observation = new Observation();

  private Judge(List<Check> checks) {
    this.checks = checks;
  }

  /** Row rules that quarantine have acted before rows come here; the others are judged. */
  static Judge of(Table table) {
    return new Judge(
        table.checks().stream().filter(check -> check.level() != Check.Level.QUARANTINE).toList());
  }

  /** What a check found: the rows that broke it, or one for a broken rule about the table. */
  record Finding(Check check, long rows, long violations) {
    boolean isFailure() {
      return violations > 0 && check.level() == Check.Level.FAIL;
    }

    String words() {
      String rule = "'" + check.name() + "' (" + check.condition() + ")";
      return check.scope() == Check.Scope.TABLE
          ? rule + " does not hold"
          : violations + " of " + rows + " rows break " + rule;
    }
  }

  boolean hasChecks() {
    return !checks.isEmpty();
  }

  Dataset<Row> watch(Dataset<Row> rows) {
    if (checks.isEmpty()) {
      return rows;
    }
    Column[] measures =
        checks.stream().map(check -> measure(check).as(check.name())).toArray(Column[]::new);
    return rows.observe(observation, count(lit(1)).as(ROWS), measures);
  }

  /** The findings, once the watched rows have been written. */
  List<Finding> findings() {
    if (checks.isEmpty()) {
      return List.of();
    }
    Map<String, Object> measured = measured();
    long rows = ((Number) measured.get(ROWS)).longValue();
    return checks.stream()
        .map(check -> new Finding(check, rows, number(measured.get(check.name()))))
        .toList();
  }

  private static Column measure(Check check) {
    Column holds = coalesce(expr(check.condition()), lit(true));
    if (check.scope() == Check.Scope.TABLE) {
      return when(holds, lit(0L)).otherwise(lit(1L));
    }
    return sum(when(holds, lit(0L)).otherwise(lit(1L)));
  }

  private static long number(Object measured) {
    return measured == null ? 0 : ((Number) measured).longValue();
  }

  private Map<String, Object> measured() {
    try {
      // The listener that fills an observation runs beside the write; a bound keeps a lost event
      // from holding the run for ever.
      FutureTask<Map<String, Object>> filled = new FutureTask<>(observation::getAsJava);
      Thread waiting = new Thread(filled, "observation");
      waiting.setDaemon(true);
      waiting.start();
      return filled.get(5, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring checks", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The checks were not measured", e);
    }
  }
}
