package io.tributary.lake;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.DeletionVectorDescriptor;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Removes the files that no version needs which anybody may still read. A night writes rows anew
 * that replace others and leaves the files of the old ones, for whoever reads them that moment.
 *
 * <p>However short the time asked for, what the published set needs stays, and so does what a step
 * has to compare with that has stood still behind a gate. Delta's own command knows of neither, and
 * cleans up by the retention that the table declares, whatever it is told.
 */
public final class Vacuum {
  private final Lakehouse house;
  private final SparkSession session;
  private final Map<String, Long> needed;

  private Vacuum(Lakehouse house, Map<String, Long> needed) {
    this.house = house;
    this.needed = needed;
    this.session = house.session();
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
    long latest = house.version(table).orElse(-1);
    if (latest < 0) {
      return new Freed(table, 0, 0);
    }
    List<Storage.Listed> files = house.storage().filesBelow(house.path(table));
    TableLog log = new TableLog(files);
    long before = house.clock().millis() - keep.toMillis();
    long oldest = oldest(table, log, before);
    Set<String> used = used(table, oldest, latest);
    List<Storage.Listed> free =
        files.stream()
            .filter(Vacuum::isData)
            .filter(file -> !used.contains(file.path()) && file.modified() <= before)
            .toList();
    free.forEach(file -> house.storage().delete(file.path()));
    log.before(oldest, before).forEach(entry -> house.storage().delete(entry.path()));
    long bytes = free.stream().mapToLong(Storage.Listed::bytes).sum();
    return new Freed(table, free.size(), bytes);
  }

  /** The oldest version that somebody may read: one that is needed, or was current not long ago. */
  private long oldest(Table table, TableLog log, long before) {
    long current = log.at(before);
    long wanted = needed.getOrDefault(table.qualifiedName(), current);
    return wanted < 0 ? current : Math.max(log.first(), Math.min(current, wanted));
  }

  /** The files of a version and of all that came since. */
  private Set<String> used(Table table, long oldest, long latest) {
    Snapshot snapshot = house.snapshot(session, table, oldest);
    Path root = snapshot.deltaLog().dataPath();
    Set<String> used = new HashSet<>();
    FewFiles.of(snapshot).forEach(file -> use(file, root, used));
    var commits =
        CollectionConverters.asJava(
            snapshot
                .deltaLog()
                .getChanges(oldest + 1, latest, Option.empty(), /* failOnDataLoss= */ true));
    while (commits.hasNext()) {
      for (Action action : CollectionConverters.asJava(commits.next()._2())) {
        if (action instanceof AddFile file) {
          use(file, root, used);
        }
      }
    }
    return used;
  }

  private void use(AddFile file, Path root, Set<String> used) {
    used.add(house.storage().absolute(FewFiles.path(root, file).toString()));
    DeletionVectorDescriptor struck = file.deletionVector();
    if (struck != null && struck.isOnDisk()) {
      used.add(house.storage().absolute(struck.absolutePath(root).toString()));
    }
  }

  private static boolean isData(Storage.Listed file) {
    return (file.path().endsWith(".parquet") || file.path().endsWith(".bin"))
        && !file.path().contains("/_delta_log/");
  }
}
