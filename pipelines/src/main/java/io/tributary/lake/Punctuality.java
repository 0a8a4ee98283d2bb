package io.tributary.lake;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;

import io.tributary.lake.ops.Files;
import io.tributary.lake.quality.Rhythm;
import io.tributary.lake.quality.Timeliness;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Whether the landing sources deliver when they should, for each table that is made from them. */
final class Punctuality {
  /** So many days back is enough to tell how often a source delivers. */
  private static final int DAYS = 400;

  private final Lakehouse house;
  private final RunPlan plan;
  private final Map<Table, Step> makers;
  private final Map<Table, Set<String>> sources = new ConcurrentHashMap<>();

  /** Read while the steps are at work. */
  private final CompletableFuture<Map<String, Rhythm>> rhythms;

  /**
   * How the sources of a run deliver.
   *
   * @param makers by table the step that makes it
   */
  Punctuality(Lakehouse house, RunPlan plan, Map<Table, Step> makers) {
    this.house = house;
    this.plan = plan;
    this.makers = makers;
    this.rhythms = Aside.supply(this::rhythms);
  }

  Timeliness timeliness(Table table) {
    return Timeliness.of(
        sources(table).stream().map(rhythms.join()::get).filter(Objects::nonNull).toList(),
        plan.asOf());
  }

  /** The sources whose files this run looked for and which have delivered none for too long. */
  List<Alert> late() {
    return makers.values().stream()
        .distinct()
        .filter(step -> step.source() != null && plan.selection().contains(step.name()))
        .map(step -> rhythms.join().get(step.source()))
        .filter(Objects::nonNull)
        .filter(rhythm -> rhythm.isLate(plan.asOf()))
        .map(rhythm -> new Alert(rhythm.source(), rhythm.words(plan.asOf()) + "."))
        .toList();
  }

  /** Whether this run read files of a source whose records the table is made of. */
  boolean cameTonight(Table table) {
    Set<String> direct =
        makers.get(table).reads().stream()
            .map(makers::get)
            .filter(Objects::nonNull)
            .map(Step::source)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return plan.files().stream().anyMatch(file -> direct.contains(file.source()));
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
