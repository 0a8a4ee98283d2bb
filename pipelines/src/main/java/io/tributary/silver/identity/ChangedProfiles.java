package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.broadcast;

import io.tributary.bronze.Records;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.MatchState;
import io.tributary.silver.identity.match.NightBlocks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The profiles that are not as they were when people were last told apart: new, changed or gone.
 *
 * @param keys their record keys
 * @param profiles how many profiles there are
 * @param rows the same keys, as rows
 */
record ChangedProfiles(Set<String> keys, long profiles, Dataset<Row> rows) {
  /** Where more of the profiles changed, to look at all of them costs less. */
  private static final double FEW = 0.10;

  private static final Table KEYS =
      Table.silver("keys", "One row per profile.", Records.RECORD_KEY);

  /**
   * The changed profiles, where they are few and the run before left all that it takes to look at
   * them alone; else nothing.
   *
   * @param isLikenessAsked whether how to reach people counts, besides what identifies them
   */
  static Optional<ChangedProfiles> few(Lake lake, boolean isLikenessAsked) {
    List<Table> left = new ArrayList<>(Identity.TABLES);
    List<Table> told = new ArrayList<>(List.of(CustomerRecord.TABLE));
    if (isLikenessAsked) {
      left.add(IdentityModels.TABLE);
      left.add(NightBlocks.TABLE);
      left.addAll(MatchState.TABLES);
      told.add(ContactPoints.TABLE);
    }
    if (lake.isReconfigured()
        || !left.stream().allMatch(lake::existedBefore)
        || !told.stream().allMatch(lake::hasConsumed)
        || !lake.hasConsumed(ReviewDecisions.TABLE)) {
      return Optional.empty();
    }
    long profiles = lake.read(CustomerRecord.TABLE).count();
    Set<String> keys = changed(lake, told, most(profiles) + 1);
    return keys.size() <= most(profiles)
        ? Optional.of(new ChangedProfiles(keys, profiles, rows(lake, keys)))
        : Optional.empty();
  }

  /** How many of so many profiles are few. */
  private static int most(long profiles) {
    return (int) Math.min(profiles * FEW, Integer.MAX_VALUE - 1);
  }

  /** No more than so many of the keys, for they are held on the driver. */
  private static Set<String> changed(Lake lake, List<Table> told, int most) {
    return told.stream()
        .map(table -> lake.touchedKeys(table, Records.RECORD_KEY))
        .reduce(Dataset::union)
        .orElseThrow()
        .distinct()
        .limit(most)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  private static Dataset<Row> rows(Lake lake, Set<String> keys) {
    return lake.rows(KEYS, keys.stream().sorted().map(key -> RowFactory.create(key)).toList());
  }

  /**
   * The rows of changed profiles in a table with one row for each: most are among what was written
   * since, and the whole is read for the others alone.
   */
  Dataset<Row> of(Lake lake, Table table) {
    if (!table.key().equals(List.of(Records.RECORD_KEY))) {
      throw new IllegalArgumentException(table + " may have several rows of a profile");
    }
    Dataset<Row> written = among(lake.written(table));
    Set<String> others = new HashSet<>(keys);
    written
        .select(Records.RECORD_KEY.col())
        .collectAsList()
        .forEach(row -> others.remove(row.getString(0)));
    return others.isEmpty() ? written : written.union(among(lake.read(table), rows(lake, others)));
  }

  /** Of rows with a record key those of changed profiles. */
  Dataset<Row> among(Dataset<Row> all) {
    return among(all, rows);
  }

  private static Dataset<Row> among(Dataset<Row> all, Dataset<Row> keys) {
    return all.join(broadcast(keys), Records.RECORD_KEY.name(), "left_semi");
  }
}
