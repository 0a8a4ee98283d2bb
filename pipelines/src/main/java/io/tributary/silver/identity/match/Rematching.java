package io.tributary.silver.identity.match;

import io.tributary.lake.DriverRows;
import io.tributary.models.identity.Hash;
import io.tributary.models.identity.calibration.CalibrationMap;
import io.tributary.models.identity.cluster.LinkedRecords;
import io.tributary.models.identity.resolution.Learned;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.models.identity.review.ReviewedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  public MatchNight night(
      Dataset<Row> rows, Set<String> keys, Known known, Calibrating calibrating) {
    JavaSparkContext context = DriverRows.context(rows);
    Linker linker = learned.linker(spec.schema(), spec.numbers());
    ReachedRecords reached = ReachedRecords.of(before, spec.schema(), learned, rows, keys);
    Dataset<Row> unchanged = Numbers.without(before.profiles(), Standardised.ID, reached.ids());
    TouchedBlocks touched = new TouchedBlocks(linker, reached);
    TouchedBlocks.Made made = touched.pairs(unchanged, context);
    Dataset<Row> pairs = made.all(before.pairs(), reached.ids());
    Uniting uniting = new Uniting(context, linker, known);
    LinkedRecords linked = uniting.linked(pairs);
    Dataset<Row> profiles = unchanged.union(touched.renewed(rows));
    List<ReviewedPair> reviewed =
        uniting.reviewed(
            reached.generic().without(decided(profiles, linked, known), spec.schema().size()),
            linked);
    CalibrationMap calibration = calibrating.by(reviewed);
    RegroupedPeople regrouped =
        new RegroupedPeople(
            before.people(), uniting.calibrated(calibration), linked, reached.ids());
    Dataset<Row> people =
        regrouped.made(profiles, reached.generic()).persist(StorageLevel.MEMORY_AND_DISK());
    MatchState state =
        new MatchState(
            profiles, pairs, regrouped.all(people), reached.generic().rows(spec.schema(), rows));
    return new MatchNight(
        Matched.of(
            state.people(), calibration, reviewed, uniting.calibrated(calibration).apart(linked)),
        state,
        regrouped.isAll() ? null : change(touched, reached, regrouped, people),
        /* blocks= */ null,
        Stream.concat(made.held().stream(), Stream.of(people)).toList());
  }

  private static MatchChange change(
      TouchedBlocks touched,
      ReachedRecords reached,
      RegroupedPeople regrouped,
      Dataset<Row> people) {
    return new MatchChange(
        touched.renewed(people),
        Numbers.rows(reached.ids(), Standardised.ID, people),
        people,
        regrouped.components(),
        regrouped.records(people));
  }

  /** The records that hang together with one of which somebody decided. */
  private static Dataset<Row> decided(Dataset<Row> profiles, LinkedRecords linked, Known known) {
    Set<Long> components =
        known.decisions().records().stream()
            .map(Hash::of)
            .filter(linked::contains)
            .map(linked::smallest)
            .collect(Collectors.toSet());
    List<Long> records = new ArrayList<>();
    linked.forEach(
        (id, component) -> {
          if (components.contains(component)) {
            records.add(id);
          }
        });
    return Numbers.among(profiles, Standardised.ID, records);
  }
}
