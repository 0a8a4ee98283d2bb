package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.broadcast;

import io.tributary.bronze.Records;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.Calibrating;
import io.tributary.silver.identity.match.Known;
import io.tributary.silver.identity.match.MatchNight;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchState;
import io.tributary.silver.identity.match.Matching;
import io.tributary.silver.identity.match.Rematching;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Matches a night's profiles: only those that a change reaches, where the night before left what it
 * takes and little changed, else all of them. Both give the same people.
 */
final class NightlyMatching {
  /** Where more of the profiles changed, to look at all of them costs less. */
  private static final double FEW = 0.10;

  private static final Table KEYS =
      Table.silver("keys", "One row per profile.", Records.RECORD_KEY);

  private final Lake lake;
  private final MatchSpec spec;
  private final Set<String> blocked;

  /**
   * Makes ready to match.
   *
   * @param blocked hashes of addresses and numbers that stand for nobody
   */
  NightlyMatching(Lake lake, MatchSpec spec, Set<String> blocked) {
    this.lake = lake;
    this.spec = spec;
    this.blocked = blocked;
  }

  /** The people of the night. */
  MatchNight people(Known known) {
    if (!isStanding()) {
      return ofAll(known);
    }
    Set<String> changed = changed();
    long profiles = lake.read(ContactPoints.TABLE).count();
    Optional<IdentityModels.Kept> model = IdentityModels.standing(lake, spec, profiles);
    return model.isPresent() && changed.size() <= profiles * FEW
        ? ofChanged(changed, model.get(), known)
        : ofAll(known);
  }

  /** Whether the night before left all that it takes, and nothing is declared otherwise. */
  private boolean isStanding() {
    return MatchState.TABLES.stream().allMatch(lake::existedBefore)
        && lake.existedBefore(IdentityModels.TABLE)
        && lake.hasConsumed(CustomerRecord.TABLE)
        && lake.hasConsumed(ContactPoints.TABLE)
        && !lake.isReconfigured();
  }

  private Set<String> changed() {
    return lake
        .changedKeys(CustomerRecord.TABLE, Records.RECORD_KEY)
        .union(lake.changedKeys(ContactPoints.TABLE, Records.RECORD_KEY))
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  private MatchNight ofAll(Known known) {
    Matching matching =
        new Matching(
            LikelyPeople.profiles(
                lake.read(CustomerRecord.TABLE), lake.read(ContactPoints.TABLE), blocked),
            spec);
    IdentityModels.Kept model = IdentityModels.tonight(lake, matching);
    return matching.night(model.learned(), known, calibrating(model));
  }

  private MatchNight ofChanged(Set<String> keys, IdentityModels.Kept model, Known known) {
    List<Row> listed = keys.stream().sorted().map(key -> RowFactory.create(key)).toList();
    Dataset<Row> wanted = broadcast(lake.rows(KEYS, listed));
    Dataset<Row> rows =
        LikelyPeople.profiles(
            lake.read(CustomerRecord.TABLE).join(wanted, Records.RECORD_KEY.name(), "left_semi"),
            lake.read(ContactPoints.TABLE).join(wanted, Records.RECORD_KEY.name(), "left_semi"),
            blocked);
    MatchState before =
        new MatchState(
            lake.before(MatchState.PROFILES),
            lake.before(MatchState.PAIRS),
            lake.before(MatchState.PEOPLE),
            lake.before(MatchState.GENERIC));
    return new Rematching(before, spec, model.learned())
        .night(rows, keys, known, calibrating(model));
  }

  private Calibrating calibrating(IdentityModels.Kept model) {
    double review = spec.numbers().review();
    return reviewed ->
        IdentityCalibrations.tonight(
            lake, new IdentityCalibrations.Inputs(model.run(), review, reviewed));
  }
}
