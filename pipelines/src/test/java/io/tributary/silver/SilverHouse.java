package io.tributary.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.sum;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.bronze.Bronze;
import io.tributary.bronze.Landing;
import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Layer;
import io.tributary.lake.Progress;
import io.tributary.lake.Run;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.RunReport;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.ops.Files;
import io.tributary.lake.ops.Ops;
import io.tributary.silver.identity.Identity;
import io.tributary.silver.identity.IdentityReports;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lakehouse of bronze and silver over a landing folder. */
public final class SilverHouse {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);

  private final Lakehouse house;
  private final Landing landing;
  private final List<Source> sources;
  private final Business business;
  private final String key;
  private final Set<PlannedFile> landed = new HashSet<>();

  public SilverHouse(Path folder, Path landing, List<Source> sources, Business business) {
    this(lakehouse(folder), landing, sources, business);
  }

  private static Lakehouse lakehouse(Path folder) {
    return new Lakehouse(
        TestSpark.session(), folder.toString(), folder.resolve("restricted").toString(), CLOCK);
  }

  private SilverHouse(Lakehouse house, Path landing, List<Source> sources, Business business) {
    this(house, new Landing(house.storage(), landing.toString()), sources, business, "nights");
  }

  private SilverHouse(
      Lakehouse house, Landing landing, List<Source> sources, Business business, String key) {
    this.house = house;
    this.landing = landing;
    this.sources = sources;
    this.business = business;
    this.key = key;
  }

  /** The same lakehouse, its sources told otherwise. */
  public SilverHouse retold(List<Source> otherwise) {
    return as(new SilverHouse(house, landing, otherwise, business, key));
  }

  /** The same lakehouse, whose identifiers are hashed under another key. */
  public SilverHouse keyed(String otherwise) {
    return as(new SilverHouse(house, landing, sources, business, otherwise));
  }

  private SilverHouse as(SilverHouse changed) {
    changed.landed.addAll(landed);
    return changed;
  }

  /** A night of all steps below identity over the files delivered until then. */
  public RunReport night(LocalDate asOf) {
    return night(asOf, file -> true, step -> true);
  }

  /** A night that finds only some of the files, or does only some of the steps. */
  public RunReport night(LocalDate asOf, Predicate<PlannedFile> found, Predicate<Step> chosen) {
    return perform(asOf, found, chosen.and(step -> !isOfPeople(step)));
  }

  /** A night of all steps, which finds out who is who by identifiers. */
  public RunReport nightOfPeople(LocalDate asOf) {
    return perform(asOf, file -> true, step -> true);
  }

  private RunReport perform(LocalDate asOf, Predicate<PlannedFile> found, Predicate<Step> chosen) {
    List<Step> selection = steps().stream().filter(chosen).toList();
    Set<String> chosenSources = selection.stream().map(Step::source).collect(Collectors.toSet());
    List<PlannedFile> files =
        landing.list(sources).files().stream()
            .filter(file -> chosenSources.contains(file.source()))
            .filter(file -> !file.delivered().isAfter(asOf))
            .filter(file -> !landed.contains(file) && found.test(file))
            .toList();
    landed.addAll(files);
    Run run = new Run(house, tables(), new Progress() {});
    return run.execute(run.plan(asOf, selection, files), selection);
  }

  public Dataset<Row> table(Table table) {
    return house.read(house.session(), table);
  }

  public Dataset<Row> bronze(String source) {
    return table(Records.table(source));
  }

  /** The rows of every silver table below identity. */
  public Map<String, List<String>> silver() {
    Map<String, List<String>> rows = new TreeMap<>();
    Silver.tables().stream()
        .filter(table -> !isOfPeople(table))
        .forEach(table -> rows.put(table.name(), Rows.of(table(table))));
    return rows;
  }

  /**
   * Every file's records by outcome: landed, accepted, duplicate, superseded, quarantined.
   *
   * @param file what the line calls the file
   */
  public List<String> ledger(Column file) {
    return Rows.of(
        table(Files.TABLE)
            .groupBy(file.as("file"))
            .agg(
                sum(Files.LANDED.col()),
                sum(Files.ACCEPTED.col()),
                sum(Files.DUPLICATE.col()),
                sum(Files.SUPERSEDED.col()),
                sum(Files.QUARANTINED.col())));
  }

  private List<Step> steps() {
    KeyedHash hash = new KeyedHash(key.getBytes(UTF_8));
    List<Step> all = new ArrayList<>(Bronze.steps(sources));
    all.addAll(
        Silver.steps(
            sources, new Silver.Settings(business, hash, /* sharedIdentifierLimit= */ 5, null)));
    return List.copyOf(all);
  }

  private static boolean isOfPeople(Step step) {
    return step.writes().stream().anyMatch(SilverHouse::isOfPeople);
  }

  private static boolean isOfPeople(Table table) {
    return Identity.TABLES.contains(table)
        || Identity.LIKENESS.contains(table)
        || IdentityReports.TABLES.contains(table);
  }

  private List<Table> tables() {
    List<Table> tables = new ArrayList<>(Ops.TABLES);
    sources.forEach(source -> tables.add(Records.table(source.name())));
    tables.addAll(Silver.tables());
    return tables;
  }

  public static boolean isBronze(Step step) {
    return step.layer() == Layer.BRONZE;
  }
}
