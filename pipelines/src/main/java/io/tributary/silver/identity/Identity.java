package io.tributary.silver.identity;

import io.tributary.lake.Lake;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.models.identity.IdAssignment;
import io.tributary.models.identity.evaluate.SampledShare;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import io.tributary.models.identity.review.ReviewedPair;
import io.tributary.silver.BlockList;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.identity.match.GoldenSpec;
import io.tributary.silver.identity.match.Known;
import io.tributary.silver.identity.match.MatchNight;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchState;
import io.tributary.silver.identity.match.Matched;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Who is who. Who belongs together depends on today's profiles alone; which id they get also on the
 * links of the run before, so that a person keeps it whatever happens to the profiles.
 */
public final class Identity {
  public static final List<Table> TABLES =
      List.of(
          Identifiers.TABLE,
          IdentityLinks.TABLE,
          IdentityEvents.TABLE,
          GoldenCustomers.TABLE,
          ReviewQueue.TABLE,
          MatchRates.TABLE,
          IdentityGates.TABLE,
          MatchConfidence.TABLE);

  /** The tables that likeness needs besides. */
  public static final List<Table> LIKENESS =
      Stream.concat(
              Stream.of(IdentityModels.TABLE, IdentityCalibrations.TABLE),
              MatchState.TABLES.stream())
          .toList();

  private Identity() {}

  /**
   * Today's profiles, and the links and events that earlier runs left.
   *
   * @param likely the profiles that are likely one person, as {@link LikelyPeople} lists them; null
   *     when only identifiers count
   * @param decisions what people decided, and is obeyed
   */
  public record Inputs(
      Dataset<Row> customerRecord,
      Dataset<Row> linksBefore,
      Dataset<Row> eventsBefore,
      Dataset<Row> likely,
      Decisions decisions) {}

  /**
   * The rules of a run.
   *
   * @param hash makes the ids; its key never changes
   * @param sharedLimit how many profiles of one account may carry a value that still links
   * @param asOf the date of the events
   * @param run the number of the run
   * @param blocked hashes of identifiers that stand for nobody
   * @param golden whose word counts where profiles of one person disagree
   */
  public record Rules(
      KeyedHash hash,
      int sharedLimit,
      LocalDate asOf,
      long run,
      Set<String> blocked,
      GoldenSpec golden) {}

  /**
   * The tables as they stand after a run; {@code events} are those of this run alone, and {@code
   * assignment} is what they tell of.
   */
  public record Resolved(
      Dataset<Row> identifiers,
      Dataset<Row> identityLinks,
      Dataset<Row> events,
      Dataset<Row> goldenCustomers,
      IdAssignment assignment) {}

  /** Resolves the profiles of {@code inputs} into people. */
  public static Resolved of(Inputs inputs, Rules rules) {
    return of(
        inputs,
        Identifiers.of(inputs.customerRecord(), rules.sharedLimit(), rules.blocked()),
        rules);
  }

  private static Resolved of(Inputs inputs, Dataset<Row> identifiers, Rules rules) {
    MasterIds ids = new MasterIds(rules.hash());
    var found = Clusters.of(inputs.customerRecord(), identifiers, inputs.likely());
    var ties = new DecidedPeople.Ties(identifiers, inputs.likely());
    var clusters = DecidedPeople.of(found, ties, inputs.decisions());
    var claims = Claims.contested(clusters, inputs.linksBefore(), inputs.eventsBefore());
    IdAssignment assignment = IdAssignment.of(claims, ids);
    var people = People.of(clusters, inputs.linksBefore(), assignment, ids);
    var links = IdentityLinks.of(people);
    var when = new IdentityEvents.Found(rules.asOf(), rules.run());
    return new Resolved(
        identifiers,
        links,
        IdentityEvents.of(people, assignment, when),
        GoldenCustomers.of(inputs.customerRecord(), links, rules.golden()),
        assignment);
  }

  /** The step that makes the tables; without {@code matching} identifiers alone link profiles. */
  public static Step step(KeyedHash hash, int sharedLimit, MatchSpec matching) {
    // A step stands only when all its tables do, and without matching nothing is learned.
    List<Table> made =
        matching == null ? TABLES : Stream.concat(TABLES.stream(), LIKENESS.stream()).toList();
    Step step =
        Step.making("silver.identity", made, lake -> resolve(lake, hash, sharedLimit, matching))
            .configuredBy("shared identifier limit " + sharedLimit + ", " + matching);
    return matching == null
        ? step.reading(CustomerRecord.TABLE, ReviewDecisions.TABLE)
        : step.reading(CustomerRecord.TABLE, ReviewDecisions.TABLE, ContactPoints.TABLE);
  }

  private static void resolve(Lake lake, KeyedHash hash, int sharedLimit, MatchSpec spec) {
    Set<String> blocked = blocked(lake, hash, spec);
    Rules rules =
        new Rules(
            hash, sharedLimit, lake.asOf(), lake.run(), blocked, IdentityReports.golden(spec));
    // Looked at before anything is compared, when people are put together, and when they are told
    // of.
    Dataset<Row> identifiers =
        Identifiers.of(lake.read(CustomerRecord.TABLE), sharedLimit, blocked)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      resolve(lake, identifiers, rules, spec);
    } finally {
      identifiers.unpersist();
    }
  }

  private static void resolve(Lake lake, Dataset<Row> identifiers, Rules rules, MatchSpec spec) {
    Decisions decisions = decisions(lake);
    if (spec == null) {
      Inputs inputs = inputs(lake, null, decisions);
      settle(lake, inputs, of(inputs, identifiers, rules), null, null);
      return;
    }
    Known known = SharedIdentifiers.known(identifiers, spec.limits(), decisions);
    try (MatchNight night = new NightlyMatching(lake, spec, rules.blocked()).people(known)) {
      Inputs inputs = inputs(lake, night.matched().members(), decisions);
      settle(lake, inputs, of(inputs, identifiers, rules), night, spec);
      write(lake, night.state());
    }
  }

  private static void write(Lake lake, MatchState state) {
    lake.overwrite(MatchState.PROFILES, state.profiles());
    lake.overwrite(MatchState.PAIRS, state.pairs());
    lake.overwrite(MatchState.PEOPLE, state.people());
    lake.overwrite(MatchState.GENERIC, state.generic());
  }

  private static Set<String> blocked(Lake lake, KeyedHash hash, MatchSpec spec) {
    if (spec == null || spec.blockList().isEmpty()) {
      return Set.of();
    }
    List<Row> values = BlockList.rows(spec.blockList());
    return BlockList.hashes(lake.rows(BlockList.TABLE, values), hash);
  }

  /**
   * Writes the tables, unless what was found is out of bounds.
   *
   * @param night who is alike; null, as {@code spec} is, when only identifiers count
   */
  private static void settle(
      Lake lake, Inputs inputs, Resolved resolved, MatchNight night, MatchSpec spec) {
    // Looked at by several of the tables.
    Dataset<Row> links = resolved.identityLinks().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Validation.Figures figures =
          Validation.figures(
              inputs, resolved, audited(lake, night == null ? null : night.matched(), spec));
      Validation.pass(lake, figures, spec == null ? null : spec.validation());
      List<Row> confidence = List.of();
      Dataset<Row> doubtful = null;
      if (night != null) {
        Matched matched = night.matched();
        var looked = new MatchConfidence.Inputs(matched, links, resolved.identifiers());
        confidence = MatchConfidence.of(looked, spec.numbers().join());
        doubtful = matched.open();
      }
      lake.overwrite(MatchConfidence.TABLE, lake.rows(MatchConfidence.TABLE, confidence));
      write(lake, resolved, ReviewQueue.of(doubtful, links, inputs.decisions()));
    } finally {
      links.unpersist();
    }
  }

  /** Of the links drawn at random those that would stand tonight if nobody had looked. */
  private static SampledShare audited(Lake lake, Matched matched, MatchSpec spec) {
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

  private static Inputs inputs(Lake lake, Dataset<Row> likely, Decisions decisions) {
    return new Inputs(
        lake.read(CustomerRecord.TABLE),
        lake.before(IdentityLinks.TABLE),
        lake.before(IdentityEvents.TABLE),
        likely,
        decisions);
  }

  private static void write(Lake lake, Resolved resolved, Dataset<Row> reviews) {
    lake.overwrite(Identifiers.TABLE, resolved.identifiers());
    lake.overwrite(IdentityLinks.TABLE, resolved.identityLinks());
    lake.overwrite(GoldenCustomers.TABLE, resolved.goldenCustomers());
    lake.overwrite(ReviewQueue.TABLE, reviews);
    lake.append(IdentityEvents.TABLE, resolved.events());
  }
}
