package io.tributary.jobs.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.tributary.bronze.files.FileAudit;
import io.tributary.bronze.source.ChildList;
import io.tributary.bronze.source.Delivery;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.Step;
import io.tributary.lake.ops.Files;
import io.tributary.lake.ops.Runs;
import io.tributary.silver.Silver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which of the files that await a run bring nothing, because the same bytes have landed before. A
 * file is looked at only where one of its source and account had its very size, and only where
 * reading it again would cost more than looking.
 */
final class CopiedFiles {
  /** Smaller files are read sooner than compared. */
  private static final long WORTH_LOOKING = 1 << 20;

  private final List<Source> sources;
  private final Lakehouse house;
  private final long worthLooking;

  CopiedFiles(List<Source> sources, Lakehouse house) {
    this(sources, house, WORTH_LOOKING);
  }

  CopiedFiles(List<Source> sources, Lakehouse house, long worthLooking) {
    this.sources = sources;
    this.house = house;
    this.worthLooking = worthLooking;
  }

  /** A file that has landed; without a hash when its records have not been admitted, or not all. */
  private record Landed(
      String source, String account, LocalDate delivered, long bytes, String hash) {
    boolean isOf(PlannedFile file) {
      return source.equals(file.source()) && Objects.equals(account, file.account());
    }
  }

  /** The hashes, by path, of the files that these steps need not read. */
  Map<String, String> among(List<PlannedFile> awaiting, List<Step> steps) {
    Set<String> names = steps.stream().map(Step::name).collect(Collectors.toSet());
    Map<String, Source> asked =
        sources.stream()
            .filter(source -> isToldOnce(source) && names.contains(Silver.admission(source)))
            .collect(Collectors.toMap(Source::name, Function.identity()));
    Map<String, String> copies = new TreeMap<>();
    if (awaiting.stream().noneMatch(file -> isWorthLooking(file, asked))) {
      return copies;
    }
    List<Landed> landed = landed(asked.keySet());
    awaiting.stream()
        .filter(file -> isWorthLooking(file, asked))
        .forEach(
            file -> hashIfKnown(file, landed).ifPresent(hash -> copies.put(file.path(), hash)));
    awaiting.stream()
        .filter(file -> copies.containsKey(file.path()))
        .filter(file -> asked.get(file.source()).delivery() == Delivery.WINDOW)
        .filter(file -> !bringsTheNewestWhole(file, awaiting, landed, copies))
        .toList()
        .forEach(file -> copies.remove(file.path()));
    return copies;
  }

  private boolean isWorthLooking(PlannedFile file, Map<String, Source> asked) {
    return file.bytes() >= worthLooking && asked.containsKey(file.source());
  }

  /**
   * Whether a record told again is a duplicate, whatever was told in between: not where the latest
   * delivery stands for its being the latest, nor where a delivery's date is part of what it says.
   */
  private boolean isToldOnce(Source source) {
    boolean isOrdered =
        switch (source.delivery()) {
          case APPEND, WINDOW -> true;
          case UPSERT -> source.version() != null;
          case SNAPSHOT, FILE -> false;
        };
    boolean isList =
        sources.stream()
            .flatMap(other -> other.lists().values().stream())
            .map(ChildList::source)
            .anyMatch(source.name()::equals);
    String expressions = source.key() + source.version() + source.window() + source.feeds();
    return isOrdered
        && !isList
        && source.lists().isEmpty()
        && !expressions.contains("delivery_date");
  }

  private Optional<String> hashIfKnown(PlannedFile file, List<Landed> landed) {
    Set<String> hashes =
        landed.stream()
            .filter(known -> known.isOf(file) && known.bytes() == file.bytes())
            .filter(known -> known.hash() != null && !known.delivered().isAfter(file.delivered()))
            .map(Landed::hash)
            .collect(Collectors.toSet());
    return hashes.isEmpty() ? Optional.empty() : Optional.of(hash(file)).filter(hashes::contains);
  }

  private String hash(PlannedFile file) {
    try {
      return FileAudit.hash(() -> house.storage().open(file.path()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether all that awaits of the file's account is its newest delivery again, whole: of units
   * that a newer delivery replaces, part of one is another.
   */
  private static boolean bringsTheNewestWhole(
      PlannedFile file,
      List<PlannedFile> awaiting,
      List<Landed> landed,
      Map<String, String> copies) {
    List<Landed> known = landed.stream().filter(other -> other.isOf(file)).toList();
    LocalDate newest =
        known.stream().map(Landed::delivered).max(Comparator.naturalOrder()).orElseThrow();
    Set<Optional<String>> whole =
        known.stream()
            .filter(other -> other.delivered().equals(newest))
            .map(other -> Optional.ofNullable(other.hash()))
            .collect(Collectors.toSet());
    Map<LocalDate, Set<Optional<String>>> again = new HashMap<>();
    awaiting.stream()
        .filter(other -> other.source().equals(file.source()))
        .filter(other -> Objects.equals(other.account(), file.account()))
        .forEach(
            other ->
                again
                    .computeIfAbsent(other.delivered(), day -> new HashSet<>())
                    .add(Optional.ofNullable(copies.get(other.path()))));
    return again.entrySet().stream()
        .allMatch(day -> !day.getKey().isBefore(newest) && day.getValue().equals(whole));
  }

  private List<Landed> landed(Set<String> names) {
    if (house.version(Files.TABLE).isEmpty()) {
      return List.of();
    }
    String[] landing = {"source", "path", "bytes", "modified"};
    Dataset<Row> planned =
        house
            .read(house.session(), Runs.TABLE)
            .where(Runs.EVENT.col().equalTo("planned"))
            .select(explode(Runs.FILES.col()).as("file"))
            .select("file.*")
            .where(col("source").isin(names.toArray()));
    Column isWhole = Files.DEFECT.col().isNull().and(Files.LANDED.col().gt(0));
    Dataset<Row> admitted =
        house
            .read(house.session(), Files.TABLE)
            .where(Files.BYTES.col().isNotNull().and(isWhole))
            .select(
                Files.SOURCE.col(),
                Files.FILE.col().as("path"),
                Files.BYTES.col(),
                Files.MODIFIED.col(),
                Files.FILE_HASH.col())
            .distinct();
    return planned
        .join(admitted, landing, "left")
        .select("source", "account", "delivered", "bytes", Files.FILE_HASH.name())
        .distinct()
        .collectAsList()
        .stream()
        .map(CopiedFiles::landed)
        .toList();
  }

  private static Landed landed(Row row) {
    return new Landed(
        row.getString(0),
        row.getString(1),
        row.getDate(2).toLocalDate(),
        row.getLong(3),
        row.getString(4));
  }
}
