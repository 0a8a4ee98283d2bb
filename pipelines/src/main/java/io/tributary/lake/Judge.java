package io.tributary.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.quality.Finding;
import io.tributary.lake.quality.Profile;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Measures a table's checks, and how its cells are filled, in the scan that writes its rows. */
final class Judge {
  private static final String ROWS = "rows";
  private static final String DOUBTFUL_KEYS = "doubtful keys";

  private final Table table;
  private final List<Check> checks;
  private final Map<String, Column> cells;
  private final Observation observation = new Observation();

  private Judge(Table table, List<Check> checks, Map<String, Column> cells) {
    this.table = table;
    this.checks = checks;
    this.cells = cells;
  }

  /** Row rules that quarantine have acted before rows come here; the others are judged. */
  static Judge of(Table table) {
    return new Judge(
        table,
        table.checks().stream().filter(check -> check.level() != Check.Level.QUARANTINE).toList(),
        Profile.isScored(table) ? Profile.measures(table) : Map.of());
  }

  /**
   * What was found on the rows written.
   *
   * @param areKeysDistinct whether it is certain that no two of them have one key
   */
  record Verdict(Profile profile, List<Finding> findings, boolean areKeysDistinct) {}

  boolean isWatching() {
    return !checks.isEmpty() || Profile.isScored(table);
  }

  Dataset<Row> watch(Dataset<Row> rows) {
    if (!isWatching()) {
      return rows;
    }
    List<Column> measures = new ArrayList<>();
    checks.forEach(check -> measures.add(measure(check).as(check.name())));
    cells.forEach((name, count) -> measures.add(count.as(name)));
    if (!table.key().isEmpty()) {
      measures.add(KeyHashes.of(table.keyColumns()).as(DOUBTFUL_KEYS));
    }
    return rows.observe(observation, count(lit(1)).as(ROWS), measures.toArray(Column[]::new));
  }

  /** The verdict, once the watched rows have been written. */
  Verdict verdict() {
    if (!isWatching()) {
      return new Verdict(
          new Profile(0, Map.of(), Map.of()), List.of(), /* areKeysDistinct= */ false);
    }
    Map<String, Object> measured = measured();
    long rows = number(measured.get(ROWS));
    Map<String, Long> counted = new HashMap<>();
    cells.keySet().forEach(name -> counted.put(name, number(measured.get(name))));
    return new Verdict(
        Profile.of(table, rows, counted),
        checks.stream()
            .map(check -> new Finding(check, rows, number(measured.get(check.name()))))
            .toList(),
        measured.get(DOUBTFUL_KEYS) instanceof Long doubtful && doubtful == 0);
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
