package io.tributary.silver.identity;

import io.tributary.lake.Hold;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchState;
import io.tributary.silver.identity.match.NightBlocks;
import io.tributary.silver.identity.match.ValidationSpec.OnBreach;
import java.util.List;
import java.util.stream.Stream;

/** The step that finds out who is who. */
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
              Stream.of(IdentityModels.TABLE, IdentityCalibrations.TABLE, NightBlocks.TABLE),
              MatchState.TABLES.stream())
          .toList();

  /** Raised when the same profiles make other people or doubts; the next night looks at all. */
  private static final int REVISION = 3;

  private Identity() {}

  /** What tells of brands that are held back; null where the night does not hold any. */
  public static Hold hold(MatchSpec matching) {
    boolean holds = matching != null && matching.validation().onBreach() == OnBreach.HOLD;
    return holds ? IdentityGates.hold() : null;
  }

  /** The step that makes the tables; without {@code matching} identifiers alone link profiles. */
  public static Step step(KeyedHash hash, int sharedLimit, MatchSpec matching) {
    if (matching != null) {
      LikelyPeople.requireColumns(matching);
    }
    // A step stands only when all its tables do, and without matching nothing is learned.
    List<Table> made =
        matching == null ? TABLES : Stream.concat(TABLES.stream(), LIKENESS.stream()).toList();
    Step step =
        Step.making(
                "silver.identity",
                made,
                lake -> new IdentityNight(lake, hash, sharedLimit, matching).settle())
            .configuredBy(
                "revision %d, shared identifier limit %d, %s"
                    .formatted(REVISION, sharedLimit, matching));
    return matching == null
        ? step.reading(CustomerRecord.TABLE, ReviewDecisions.TABLE)
        : step.reading(CustomerRecord.TABLE, ReviewDecisions.TABLE, ContactPoints.TABLE);
  }
}
