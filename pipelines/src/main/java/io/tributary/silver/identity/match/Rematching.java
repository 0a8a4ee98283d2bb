package io.tributary.silver.identity.match;

import io.tributary.models.identity.cluster.LinkedRecords;
import io.tributary.models.identity.resolution.Learned;
import io.tributary.models.identity.resolution.Linker;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Finds the people again after some records changed, from what the night before left. It gives what
 * {@link Matching} would give of all records by the same model, but compares only in the blocks and
 * components that a change reaches.
 */
public final class Rematching {
  private final MatchState before;
  private final MatchSpec spec;
  private final Learned learned;

  /** Makes ready to match by what was learned before. */
  public Rematching(MatchState before, MatchSpec spec, Learned learned) {
    this.before = before;
    this.spec = spec;
    this.learned = learned;
  }

  /**
   * The people of the night.
   *
   * @param rows the records that are new or changed, with a record key and the columns that the
   *     fields name
   * @param keys the keys of all records that are new, changed or gone
   */
  public MatchNight night(Dataset<Row> rows, Set<String> keys, Known known) {
    JavaSparkContext context = DriverRows.context(rows);
    Linker linker = learned.linker(spec.schema(), spec.numbers());
    Reached reached = Reached.of(before, spec.schema(), learned, rows, keys);
    Dataset<Row> unchanged = Numbers.without(before.profiles(), Standardised.ID, reached.ids());
    Touched touched = new Touched(linker, reached);
    Dataset<Row> made = touched.pairs(unchanged, context).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> pairs = touched.all(before.pairs(), made);
    Uniting uniting = new Uniting(context, linker, known);
    LinkedRecords linked = uniting.linked(pairs);
    Dataset<Row> profiles =
        unchanged.union(DriverRows.of(touched.renewed(), MatchState.PROFILE, rows));
    Dataset<Row> people =
        new Regrouped(before.people(), uniting, linked, reached.ids())
            .all(profiles, reached.generic())
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new MatchNight(
        Matched.of(people),
        new MatchState(
            profiles, pairs, people, Recount.rows(reached.generic(), spec.schema(), rows)));
  }
}
