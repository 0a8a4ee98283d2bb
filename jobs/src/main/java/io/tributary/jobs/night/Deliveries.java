package io.tributary.jobs.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import io.tributary.bronze.Landing;
import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.settings.Settings;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Layer;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.Step;
import io.tributary.lake.StepResult;
import io.tributary.lake.ops.Files;
import io.tributary.lake.ops.Runs;
import io.tributary.lake.ops.Steps;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The files in the landing folders, as they lie there now.
 *
 * @param unmatched those that no source takes
 */
public record Deliveries(List<PlannedFile> files, List<String> unmatched) {
  private static final int FOLLOWING_DAYS = 7;

  /** A file as far as its folder tells it from a changed one. */
  private record Sighting(String source, String path, long bytes, long modified) {
    static Sighting of(PlannedFile file) {
      return new Sighting(file.source(), file.path(), file.bytes(), file.modified());
    }
  }

  public static Deliveries of(Settings settings, Lakehouse house) {
    Landing.Listing listing =
        new Landing(house.storage(), settings.landing()).list(settings.sources());
    return new Deliveries(listing.files(), listing.unmatched());
  }

  /** The date of the newest delivery; empty when nothing has landed. */
  public Optional<LocalDate> newest() {
    return files.stream().map(PlannedFile::delivered).max(Comparator.naturalOrder());
  }

  /** What to say of the files that no source takes; empty when there are none. */
  public Optional<String> passedOver() {
    return unmatched.stream()
        .findFirst()
        .map(
            first ->
                "%s in the sources' folders %s the 'files' of no source and %s not read: %s%s."
                        .formatted(
                            Figures.count(unmatched.size(), "file"),
                            unmatched.size() == 1 ? "matches" : "match",
                            unmatched.size() == 1 ? "is" : "are",
                            unmatched.size() == 1 ? "" : "the first is ",
                            first)
                    + " Rename what was meant to be read (a day is written 2026-06-30),"
                    + " or change the source's 'files'.");
  }

  /**
   * The first file dated after tomorrow that does not follow the deliveries before it, so that its
   * date is a mistake. A landing whose days follow each other may run ahead of the clock, as an
   * invented one does.
   *
   * @param reached the day of the last run; empty before the first
   */
  Optional<PlannedFile> misdated(LocalDate tomorrow, Optional<LocalDate> reached) {
    LocalDate before = reached.orElse(null);
    for (PlannedFile file : inOrder()) {
      LocalDate day = file.delivered();
      boolean follows = before == null || !day.isAfter(before.plusDays(FOLLOWING_DAYS));
      if (day.isAfter(tomorrow) && !follows) {
        return Optional.of(file);
      }
      before = before == null || day.isAfter(before) ? day : before;
    }
    return Optional.empty();
  }

  private List<PlannedFile> inOrder() {
    return files.stream().sorted(Comparator.comparing(PlannedFile::delivered)).toList();
  }

  /** The files delivered by a day that no run has landed and that these steps will land. */
  public List<PlannedFile> awaiting(LocalDate asOf, List<Step> steps, Lakehouse house) {
    Set<String> chosen = steps.stream().map(Step::source).collect(Collectors.toSet());
    Set<Sighting> landed = landed(house);
    return files.stream()
        .filter(file -> chosen.contains(file.source()) && !file.delivered().isAfter(asOf))
        .filter(file -> !landed.contains(Sighting.of(file)))
        .toList();
  }

  /** What waits for the next run, by source. */
  public Grid waiting(Workspace workspace) {
    LocalDate asOf = workspace.dayWanted().orElse(LocalDate.MAX);
    Map<String, List<PlannedFile>> bySource =
        awaiting(asOf, workspace.steps(), workspace.house()).stream()
            .collect(Collectors.groupingBy(PlannedFile::source, TreeMap::new, Collectors.toList()));
    Grid.Builder grid =
        Grid.of(
            Column.text("source"),
            Column.number("waiting_files"),
            Column.number("bytes"),
            Column.text("oldest"),
            Column.text("newest"));
    bySource.forEach(
        (source, waiting) ->
            grid.row(
                source,
                waiting.size(),
                waiting.stream().mapToLong(PlannedFile::bytes).sum(),
                waiting.get(0).delivered(),
                waiting.get(waiting.size() - 1).delivered()));
    return grid.grid();
  }

  /**
   * The books tell which files are in bronze: those a run was planned to read, if the step that
   * reads them came to its end. One that was gone by then has no bytes, and so no hash.
   */
  private static Set<Sighting> landed(Lakehouse house) {
    if (house.version(Steps.TABLE).isEmpty()) {
      return Set.of();
    }
    Dataset<Row> planned =
        house
            .read(house.session(), Runs.TABLE)
            .where(Runs.EVENT.col().equalTo("planned"))
            .select(Runs.RUN.col(), explode(Runs.FILES.col()).as("file"))
            .select(Runs.RUN.col(), col("file.*"))
            .withColumn(
                Steps.STEP.name(), concat(lit(Layer.BRONZE.schema() + "."), Records.SOURCE.col()));
    Dataset<Row> done =
        house
            .read(house.session(), Steps.TABLE)
            .where(Steps.STATUS.col().equalTo(StepResult.Status.DONE.name()))
            .select(Runs.RUN.col(), Steps.STEP.col());
    Set<List<Object>> gone = gone(house);
    Set<Sighting> landed = new HashSet<>();
    planned
        .join(done, new String[] {Runs.RUN.name(), Steps.STEP.name()}, "left_semi")
        .select("source", "path", "bytes", "modified", Runs.RUN.name())
        .collectAsList()
        .stream()
        .filter(row -> !gone.contains(List.of(row.getLong(4), row.getString(0), row.getString(1))))
        .forEach(
            row ->
                landed.add(
                    new Sighting(
                        row.getString(0), row.getString(1), row.getLong(2), row.getLong(3))));
    return landed;
  }

  /** Runs with the source and path of files that were gone, or others, when they should be read. */
  private static Set<List<Object>> gone(Lakehouse house) {
    return house
        .read(house.session(), Files.TABLE)
        .where(Files.FILE_HASH.col().equalTo("").and(Files.LANDED.col().gt(0)))
        .select(Runs.RUN.col(), Files.SOURCE.col(), Files.FILE.col())
        .collectAsList()
        .stream()
        .map(row -> List.<Object>of(row.getLong(0), row.getString(1), row.getString(2)))
        .collect(Collectors.toSet());
  }

  /** How many files each source has, for those that look whether exports arrive. */
  public long count(Source source) {
    return files.stream().filter(file -> file.source().equals(source.name())).count();
  }
}
