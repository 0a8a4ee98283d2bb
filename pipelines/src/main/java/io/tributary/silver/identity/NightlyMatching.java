package io.tributary.silver.identity;

import io.tributary.lake.Lake;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.Calibrating;
import io.tributary.silver.identity.match.Known;
import io.tributary.silver.identity.match.MatchNight;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchState;
import io.tributary.silver.identity.match.Matching;
import io.tributary.silver.identity.match.Rematching;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Matches a night's profiles: only those that a change reaches, where the night before left what it
 * takes and little changed, else all of them. Both give the same people.
 */
final class NightlyMatching {
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

  /**
   * The people of the night.
   *
   * @param changed the profiles that changed, where they are few enough to look at them alone
   */
  MatchNight people(Optional<ChangedProfiles> changed, Known known) {
    if (changed.isEmpty()) {
      return ofAll(known);
    }
    return IdentityModels.standing(lake, spec, changed.get().profiles())
        .map(model -> ofChanged(changed.get(), model, known))
        .orElseGet(() -> ofAll(known));
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

  private MatchNight ofChanged(ChangedProfiles changed, IdentityModels.Kept model, Known known) {
    Dataset<Row> rows =
        LikelyPeople.profiles(
            changed.of(lake, CustomerRecord.TABLE), changed.of(lake, ContactPoints.TABLE), blocked);
    MatchState before =
        new MatchState(
            lake.before(MatchState.PROFILES),
            lake.before(MatchState.PAIRS),
            lake.before(MatchState.PEOPLE),
            lake.before(MatchState.GENERIC));
    return new Rematching(before, spec, model.learned())
        .night(rows, changed.keys(), known, calibrating(model));
  }

  private Calibrating calibrating(IdentityModels.Kept model) {
    double review = spec.numbers().review();
    return reviewed ->
        IdentityCalibrations.tonight(
            lake, new IdentityCalibrations.Inputs(model.run(), review, reviewed));
  }
}
