package io.tributary.lake;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;

import io.tributary.lake.ops.Files;
import io.tributary.lake.ops.QualityScores;
import io.tributary.lake.ops.Runs;
import io.tributary.lake.quality.PastScores;
import io.tributary.lake.quality.Profile;
import io.tributary.lake.quality.Rhythm;
import io.tributary.lake.quality.Score;
import io.tributary.lake.quality.Scored;
import io.tributary.lake.quality.Timeliness;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What the tables score in a run, from what their writes counted and what the books remember. */
final class ScoreBook {
  /** So many runs back is enough to tell what is usual. */
  private static final int RUNS = 60;

  /** So many days back is enough to tell how often a source delivers. */
  private static final int DAYS = 400;

  private final Lakehouse house;
  private final RunPlan plan;
  private final Map<Table, Step> makers = new LinkedHashMap<>();
  private final Map<Table, Set<String>> sources = new ConcurrentHashMap<>();

  /** Read while the steps are at work. */
  private final CompletableFuture<Map<String, List<Scored>>> past;

  private final CompletableFuture<Map<String, Rhythm>> rhythms;

  ScoreBook(Lakehouse house, RunPlan plan, List<Step> steps) {
    this.house = house;
    this.plan = plan;
    steps.forEach(step -> step.writes().forEach(table -> makers.put(table, step)));
    this.past = CompletableFuture.supplyAsync(this::past);
    this.rhythms = CompletableFuture.supplyAsync(this::rhythms);
  }

  /** The scores of the tables that were written or refused, or whose sources fell late. */
  List<Scored> scores(List<StepResult> results, List<StepLog> logs) {
    Set<String> done =
        results.stream()
            .filter(result -> result.status() == StepResult.Status.DONE)
            .map(result -> result.step().name())
            .collect(Collectors.toSet());
    List<Scored> scores = new ArrayList<>();
    Set<Table> written = new LinkedHashSet<>();
    for (StepLog log : logs) {
      log.profiles().keySet().stream()
          .filter(Profile::isScored)
          .forEach(
              table -> {
                written.add(table);
                scores.add(scored(table, log, done.contains(log.step().name())));
              });
    }
    makers.keySet().stream()
        .filter(table -> Profile.isScored(table) && !written.contains(table))
        .forEach(
            table ->
                past(table)
                    .carried(plan.number(), plan.asOf(), timeliness(table))
                    .ifPresent(scores::add));
    return scores;
  }

  /** A low score in words, and what is out of line with a table's history. */
  static List<Alert> alerts(List<Scored> scores) {
    return scores.stream()
        .flatMap(
            scored ->
                Stream.concat(
                        Stream.of(scored)
                            .filter(Scored::isAlert)
                            .map(Scored::score)
                            .map(Score::words),
                        scored.anomalies().stream())
                    .map(words -> new Alert(scored.table(), words)))
        .toList();
  }

  private Scored scored(Table table, StepLog log, boolean isCommitted) {
    StepLog.Profiled profiled = log.profiles().get(table);
    return past(table)
        .scored(
            table,
            new PastScores.Night(
                plan.number(),
                plan.asOf(),
                isCommitted,
                profiled.isWhole(),
                profiled.profile(),
                log.findings(table)),
            timeliness(table));
  }

  private PastScores past(Table table) {
    return new PastScores(past.join().getOrDefault(table.qualifiedName(), List.of()));
  }

  private Timeliness timeliness(Table table) {
    List<Rhythm> delivering =
        sources(table).stream()
            .filter(rhythms.join()::containsKey)
            .map(rhythms.join()::get)
            .toList();
    return Timeliness.of(delivering, plan.asOf());
  }

  /** The landing sources that a table is made from, over all tables between. */
  private Set<String> sources(Table table) {
    Set<String> known = sources.get(table);
    if (known != null) {
      return known;
    }
    Set<String> found = new TreeSet<>();
    // A step may read what it writes; it is on its way already then.
    sources.put(table, found);
    Step maker = makers.get(table);
    if (maker != null) {
      Stream.ofNullable(maker.source()).forEach(found::add);
      maker.reads().forEach(read -> found.addAll(sources(read)));
    }
    return found;
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

  private Map<String, Rhythm> rhythms() {
    SparkSession session = house.session().newSession();
    Map<String, List<LocalDate>> days = new HashMap<>();
    house
        .readAt(session, Files.TABLE, plan.version(Files.TABLE))
        .where(Files.DELIVERED.col().geq(lit(Date.valueOf(plan.asOf().minusDays(DAYS)))))
        .groupBy(Files.SOURCE.col())
        .agg(collect_set(Files.DELIVERED.col()))
        .collectAsList()
        .forEach(row -> days.put(row.getString(0), dates(row)));
    plan.files()
        .forEach(
            file ->
                days.computeIfAbsent(file.source(), source -> new ArrayList<>())
                    .add(file.delivered()));
    Map<String, Rhythm> rhythms = new TreeMap<>();
    days.forEach((source, delivered) -> rhythms.put(source, Rhythm.of(source, delivered)));
    return rhythms;
  }

  private static List<LocalDate> dates(Row row) {
    return row.<Date>getList(1).stream()
        .map(Date::toLocalDate)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
