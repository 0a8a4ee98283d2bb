package io.tributary.lake;

import io.delta.tables.DeltaTable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.DeletionVectorDescriptor;

/**
 * Removes the files that no version needs which anybody may still read. A night writes rows anew
 * that replace others and leaves the files of the old ones, for whoever reads them that moment.
 *
 * <p>However short the time asked for, what the published set needs stays, and so does what a step
 * has to compare with that has stood still behind a gate.
 */
public final class Vacuum {
  /** Clocks of machines and of files differ by less. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private static final double HOUR = Duration.ofHours(1).toMillis();

  private final Lakehouse house;
  private final SparkSession session;
  private final Map<String, Long> needed;

  private Vacuum(Lakehouse house, Map<String, Long> needed) {
    this.house = house;
    this.needed = needed;
    session = house.session().newSession();
    // A retention of its own is checked here; an entry in the log would be a new version, which
    // steps would take for news.
    session.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
    session.conf().set("spark.databricks.delta.vacuum.logging.enabled", "false");
  }

  /** What was removed of a table. */
  public record Freed(Table table, long files, long bytes) {}

  /**
   * Makes ready, with the writing seat taken.
   *
   * @param steps all there are, by name
   * @throws TributaryException when a run died, which has to read what it planned to read
   */
  public static Vacuum of(Lakehouse house, Collection<String> steps) {
    RunBook book = new RunBook(house);
    book.lastRun()
        .filter(last -> last.end().isEmpty())
        .ifPresent(
            last -> {
              throw TributaryException.usage(
                  "Run %d is unfinished and needs the versions it began with. Run the same command"
                          .formatted(last.plan().number())
                      + " again to finish it, then remove what is old.");
            });
    return new Vacuum(house, book.needed(steps));
  }

  /** Removes the files of a table that went out of use longer ago than {@code keep}. */
  public Freed free(Table table, Duration keep) {
    List<Storage.Listed> before = data(table);
    long latest = house.version(table).orElse(-1);
    if (latest < 0 || before.size() == inUse(table, latest)) {
      return new Freed(table, 0, 0);
    }
    double hours = kept(table, latest, keep).toMillis() / HOUR;
    DeltaTable.forPath(session, house.path(table)).vacuum(hours);
    List<Storage.Listed> after = data(table);
    return new Freed(table, before.size() - (long) after.size(), bytes(before) - bytes(after));
  }

  /** Delta looks for what is out of use with Spark jobs, which most tables need not wait for. */
  private long inUse(Table table, long latest) {
    List<AddFile> files = FewFiles.of(house.snapshot(session, table, latest));
    long vectors =
        files.stream()
            .map(AddFile::deletionVector)
            .filter(vector -> vector != null && vector.isOnDisk())
            .map(DeletionVectorDescriptor::pathOrInlineDv)
            .distinct()
            .count();
    return files.size() + vectors;
  }

  /** How far back files stay: to the day on which the oldest version that is needed was left. */
  private Duration kept(Table table, long latest, Duration keep) {
    long oldest = needed.getOrDefault(table.qualifiedName(), latest);
    if (oldest < 0 || oldest >= latest) {
      return keep;
    }
    long left = house.snapshot(session, table, oldest + 1).timestamp();
    Duration since = Duration.ofMillis(house.clock().millis() - left).plus(MARGIN);
    return since.compareTo(keep) > 0 ? since : keep;
  }

  private List<Storage.Listed> data(Table table) {
    return house.storage().filesBelow(house.path(table)).stream()
        .filter(
            file ->
                (file.path().endsWith(".parquet") || file.path().endsWith(".bin"))
                    && !file.path().contains("/_delta_log/"))
        .toList();
  }

  private static long bytes(List<Storage.Listed> files) {
    return files.stream().mapToLong(Storage.Listed::bytes).sum();
  }
}
