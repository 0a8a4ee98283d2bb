package io.tributary.silver.identity;

import io.tributary.bronze.Records;
import io.tributary.lake.FewRows;
import io.tributary.lake.Lake;
import io.tributary.models.identity.evaluate.SampledShare;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import io.tributary.models.identity.review.ReviewedPair;
import io.tributary.silver.BlockList;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.PhoneNumbers;
import io.tributary.silver.identity.match.Known;
import io.tributary.silver.identity.match.MatchNight;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.Matched;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * One night of finding out who is who: of everybody, or of the people whom a change reaches where
 * it reaches few. Both give the same people.
 */
final class IdentityNight {
  private final Lake lake;
  private final MatchSpec spec;
  private final Resolution.Rules rules;
  private final Decisions decisions;

  /**
   * Makes ready.
   *
   * @param spec how profiles are compared; null when only identifiers count
   */
  IdentityNight(Lake lake, KeyedHash hash, int sharedLimit, MatchSpec spec) {
    this.lake = lake;
    this.spec = spec;
    rules =
        new Resolution.Rules(
            hash,
            tying(lake, hash, sharedLimit, spec),
            lake.asOf(),
            lake.run(),
            IdentityReports.golden(spec));
    decisions = decisions(lake);
  }

  private static Tying tying(Lake lake, KeyedHash hash, int sharedLimit, MatchSpec spec) {
    if (spec == null) {
      return new Tying(sharedLimit, Set.of(), Map.of());
    }
    List<Row> values = BlockList.rows(spec.blockList());
    Set<String> blocked =
        values.isEmpty()
            ? Set.of()
            : BlockList.hashes(lake.rows(BlockList.TABLE, values), hash, PhoneNumbers.of(spec));
    return new Tying(sharedLimit, blocked, spec.proven());
  }

  private static Decisions decisions(Lake lake) {
    Decisions decisions = Decisions.of(ReviewDecisions.read(lake.read(ReviewDecisions.TABLE)));
    decisions
        .contradictions()
        .forEach(
            one ->
                lake.alert(
                    ReviewDecisions.TABLE.qualifiedName(),
                    one.words()
                        + "; none of these decisions is obeyed until one is undone with"
                        + " 'tributary review decide'"));
    return decisions;
  }

  /** Finds the people and writes them, unless what was found is out of bounds. */
  void settle() {
    Optional<ChangedProfiles> changed = ChangedProfiles.few(lake, spec != null);
    try (CarriedIdentifiers identifiers =
        changed
            .map(few -> CarriedIdentifiers.of(lake, few, rules))
            .orElseGet(() -> CarriedIdentifiers.ofAll(lake, rules))) {
      if (spec == null) {
        settle(new Found(changed, identifiers, null));
        return;
      }
      Known known = SharedIdentifiers.known(identifiers.all(), spec.limits(), decisions);
      NightlyMatching matching = new NightlyMatching(lake, spec, rules.tying().blocked());
      try (MatchNight night = matching.people(changed, known)) {
        settle(new Found(changed, identifiers, night));
        night.write(lake);
      }
    }
  }

  /**
   * What is known before people are told from one another.
   *
   * @param changed the profiles that changed, where they are few
   * @param night who is alike; null when only identifiers count
   */
  private record Found(
      Optional<ChangedProfiles> changed, CarriedIdentifiers identifiers, MatchNight night) {
    Matched matched() {
      return night == null ? null : night.matched();
    }

    Dataset<Row> likely() {
      return night == null ? null : night.matched().members();
    }

    /** Whether all who may be somebody else than before are known. */
    boolean isPartial() {
      return changed.isPresent() && (night == null || night.reached().isPresent());
    }
  }

  private void settle(Found found) {
    try (Scope scope = scope(found)) {
      Resolution resolved = Resolution.of(scope.inputs(), rules);
      // Looked at by several of the tables.
      Dataset<Row> links = resolved.identityLinks().persist(StorageLevel.MEMORY_AND_DISK());
      try {
        settle(found, scope, resolved);
      } finally {
        links.unpersist();
      }
    }
  }

  private Scope scope(Found found) {
    Resolution.Inputs everybody =
        new Resolution.Inputs(
            lake.read(CustomerRecord.TABLE),
            found.identifiers().all(),
            found.likely(),
            decisions,
            Resolution.Former.ofAll(
                lake.before(IdentityLinks.TABLE), lake.before(IdentityEvents.TABLE)));
    return found.isPartial()
        ? ReachedPeople.of(lake, reached(found), everybody)
        : new Everybody(lake, everybody);
  }

  /**
   * The profiles that changed or may be tied otherwise, and those of whom somebody ever decided: a
   * decision counts for all of the people that it parts.
   */
  private Dataset<Row> reached(Found found) {
    Dataset<Row> decided = lake.read(ReviewDecisions.TABLE);
    Dataset<Row> reached =
        found
            .changed()
            .orElseThrow()
            .rows()
            .union(found.identifiers().reached())
            .union(decided.select(Records.RECORD_KEY.col()))
            .union(decided.select(ReviewDecisions.OTHER_RECORD_KEY.col()));
    return found.night() == null ? reached : reached.union(found.night().reached().orElseThrow());
  }

  private void settle(Found found, Scope scope, Resolution resolved) {
    NightFigures figures = scope.figures(resolved, audited(found.matched()));
    Validation.pass(lake, figures, spec == null ? null : spec.validation());
    List<Row> confidence = List.of();
    Dataset<Row> doubtful = null;
    if (found.night() != null) {
      Matched matched = found.matched();
      ResolvedProfiles profiles = scope.resolved(resolved, matched, figures.profiles());
      confidence =
          MatchConfidence.of(
              new MatchConfidence.Inputs(matched, scope.links(resolved), profiles),
              spec.numbers().join());
      doubtful = FewRows.of(matched.open());
      PairsApart.tell(lake, matched, spec.numbers());
    }
    lake.overwrite(MatchConfidence.TABLE, lake.rows(MatchConfidence.TABLE, confidence));
    found.identifiers().write(lake);
    scope.write(resolved);
    lake.overwrite(ReviewQueue.TABLE, ReviewQueue.of(doubtful, scope.links(resolved), decisions));
    lake.append(IdentityEvents.TABLE, resolved.events());
  }

  /** Of the links drawn at random those that would stand tonight if nobody had looked. */
  private SampledShare audited(Matched matched) {
    if (matched == null || matched.reviewed().isEmpty()) {
      return new SampledShare(0, 0);
    }
    Set<Decision> drawn = ReviewDecisions.ofAudit(lake.read(ReviewDecisions.TABLE));
    List<ReviewedPair> joined =
        matched.reviewed().stream()
            .filter(pair -> drawn.contains(pair.decision()))
            .filter(
                pair ->
                    pair.isTied()
                        || matched.calibration().probability(pair.bits()) >= spec.numbers().join())
            .toList();
    return new SampledShare(
        joined.stream().filter(pair -> pair.decision().isSame()).count(), joined.size());
  }
}
