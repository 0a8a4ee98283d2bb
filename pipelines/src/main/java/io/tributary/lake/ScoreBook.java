package io.tributary.lake;

import static org.apache.spark.sql.functions.lit;

import io.tributary.lake.ops.QualityScores;
import io.tributary.lake.ops.Runs;
import io.tributary.lake.quality.Finding;
import io.tributary.lake.quality.PastScores;
import io.tributary.lake.quality.Profile;
import io.tributary.lake.quality.Score;
import io.tributary.lake.quality.Scored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What the tables score in a run, from what their writes counted and what the books remember. */
final class ScoreBook {
  /** So many runs back is enough to tell what is usual. */
  private static final int RUNS = 60;

  private final Lakehouse house;
  private final RunPlan plan;
  private final Map<Table, Step> makers = new LinkedHashMap<>();

  /** Read while the steps are at work. */
  private final CompletableFuture<Map<String, List<Scored>>> past;

  private final Punctuality punctuality;

  ScoreBook(Lakehouse house, RunPlan plan, List<Step> steps) {
    this.house = house;
    this.plan = plan;
    steps.forEach(step -> step.writes().forEach(table -> makers.put(table, step)));
    this.past = Aside.supply(this::past);
    this.punctuality = new Punctuality(house, plan, makers);
  }

  /** The scores of the tables that were written or refused, or whose sources fell late. */
  List<Scored> scores(List<StepResult> results, List<StepLog> logs) {
    Set<String> done = named(results, StepResult.Status.DONE);
    Set<String> succeeded = named(results, StepResult.Status.DONE, StepResult.Status.UNCHANGED);
    List<Scored> scores = new ArrayList<>();
    Set<Table> written = new LinkedHashSet<>();
    for (StepLog log : logs) {
      log.profiles().keySet().stream()
          .filter(Profile::isScored)
          .forEach(
              table -> {
                written.add(table);
                scores.add(
                    scored(
                        table,
                        new Write(
                            log.profiles().get(table),
                            findings(table, logs),
                            done.contains(log.step().name()))));
              });
    }
    makers.keySet().stream()
        .filter(table -> Profile.isScored(table) && !written.contains(table))
        .forEach(table -> unwritten(table, succeeded).ifPresent(scores::add));
    return scores;
  }

  /** A table may be left as it was for want of news, or because files came and held none. */
  private Optional<Scored> unwritten(Table table, Set<String> succeeded) {
    boolean isEmptyHanded =
        succeeded.contains(makers.get(table).name()) && punctuality.cameTonight(table);
    return isEmptyHanded
        ? past(table).empty(plan.number(), plan.asOf(), punctuality.timeliness(table))
        : past(table).carried(plan.number(), plan.asOf(), punctuality.timeliness(table));
  }

  /** Which sources are late, low scores of rows in words, and what is unlike a table's history. */
  List<Alert> alerts(List<Scored> scores) {
    Stream<Alert> ofTables =
        scores.stream()
            .flatMap(
                scored ->
                    Stream.concat(
                            Stream.of(scored)
                                .filter(Scored::isAlert)
                                .map(Scored::score)
                                .map(Score::words),
                            scored.anomalies().stream())
                        .map(words -> new Alert(scored.table(), words)));
    return Stream.concat(punctuality.late().stream(), ofTables).toList();
  }

  private static Set<String> named(List<StepResult> results, StepResult.Status... ends) {
    return results.stream()
        .filter(result -> List.of(ends).contains(result.status()))
        .map(result -> result.step().name())
        .collect(Collectors.toSet());
  }

  /** What was counted on the rows of a write, and found on them there or by those who read them. */
  private record Write(StepLog.Profiled profiled, List<Finding> findings, boolean isCommitted) {}

  private static List<Finding> findings(Table table, List<StepLog> logs) {
    return logs.stream().flatMap(log -> log.findings(table).stream()).toList();
  }

  private Scored scored(Table table, Write write) {
    return past(table)
        .scored(
            table,
            new PastScores.Night(
                plan.number(),
                plan.asOf(),
                write.isCommitted(),
                write.profiled().isWhole(),
                write.profiled().profile(),
                write.findings()),
            punctuality.timeliness(table));
  }

  private PastScores past(Table table) {
    return new PastScores(past.join().getOrDefault(table.qualifiedName(), List.of()));
  }

  private Map<String, List<Scored>> past() {
    SparkSession session = house.session().newSession();
    Dataset<Row> scores =
        house
            .readAt(session, QualityScores.TABLE, plan.version(QualityScores.TABLE))
            .where(Runs.RUN.col().geq(lit(plan.number() - RUNS)));
    return scores.collectAsList().stream()
        .map(QualityScores::read)
        .collect(Collectors.groupingBy(Scored::table));
  }
}
