package io.tributary.silver.identity;

import io.tributary.lake.Lake;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.models.identity.IdAssignment;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.Matched;
import io.tributary.silver.identity.match.Matching;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
          IdentityModels.TABLE);

  private Identity() {}

  /**
   * Today's profiles, and the links and events that earlier runs left.
   *
   * @param likely the profiles that are likely one person, as {@link LikelyPeople} lists them; null
   *     when only identifiers count
   */
  public record Inputs(
      Dataset<Row> customerRecord,
      Dataset<Row> linksBefore,
      Dataset<Row> eventsBefore,
      Dataset<Row> likely) {}

  /**
   * The rules of a run.
   *
   * @param hash makes the ids; its key never changes
   * @param sharedLimit how many profiles of one account may carry a value that still links
   * @param asOf the date of the events
   * @param run the number of the run
   */
  public record Rules(KeyedHash hash, int sharedLimit, LocalDate asOf, long run) {}

  /** The tables as they stand after a run; {@code events} are those of this run alone. */
  public record Resolved(
      Dataset<Row> identifiers,
      Dataset<Row> identityLinks,
      Dataset<Row> events,
      Dataset<Row> goldenCustomers) {}

  /** Resolves the profiles of {@code inputs} into people. */
  public static Resolved of(Inputs inputs, Rules rules) {
    MasterIds ids = new MasterIds(rules.hash());
    var identifiers = Identifiers.of(inputs.customerRecord(), rules.sharedLimit());
    var clusters = Clusters.of(inputs.customerRecord(), identifiers, inputs.likely());
    var claims = Claims.contested(clusters, inputs.linksBefore(), inputs.eventsBefore());
    IdAssignment assignment = IdAssignment.of(claims, ids);
    var people = People.of(clusters, inputs.linksBefore(), assignment, ids);
    var links = IdentityLinks.of(people);
    var found = new IdentityEvents.Found(rules.asOf(), rules.run());
    return new Resolved(
        identifiers,
        links,
        IdentityEvents.of(people, assignment, found),
        GoldenCustomers.of(inputs.customerRecord(), links));
  }

  /** The step that makes the tables; without {@code matching} identifiers alone link profiles. */
  public static Step step(KeyedHash hash, int sharedLimit, MatchSpec matching) {
    Step step =
        Step.making("silver.identity", TABLES, lake -> resolve(lake, hash, sharedLimit, matching))
            .configuredBy("shared identifier limit " + sharedLimit + ", " + matching);
    return matching == null
        ? step.reading(CustomerRecord.TABLE)
        : step.reading(CustomerRecord.TABLE, ContactPoints.TABLE);
  }

  private static void resolve(Lake lake, KeyedHash hash, int sharedLimit, MatchSpec spec) {
    Rules rules = new Rules(hash, sharedLimit, lake.asOf(), lake.run());
    Dataset<Row> profiles = lake.read(CustomerRecord.TABLE);
    if (spec == null) {
      write(lake, of(inputs(lake, profiles, null), rules), lake.rows(ReviewQueue.TABLE, List.of()));
      return;
    }
    Dataset<Row> contacts = lake.read(ContactPoints.TABLE);
    try (Matching matching = new Matching(LikelyPeople.profiles(profiles, contacts), spec)) {
      Matched matched =
          matching.people(
              IdentityModels.tonight(lake, matching),
              Clusters.ties(Identifiers.of(profiles, sharedLimit)));
      Resolved resolved = of(inputs(lake, profiles, matched.members()), rules);
      write(lake, resolved, ReviewQueue.of(matched.doubtful(), resolved.identityLinks()));
    }
  }

  private static Inputs inputs(Lake lake, Dataset<Row> profiles, Dataset<Row> likely) {
    return new Inputs(
        profiles, lake.before(IdentityLinks.TABLE), lake.before(IdentityEvents.TABLE), likely);
  }

  private static void write(Lake lake, Resolved resolved, Dataset<Row> reviews) {
    lake.overwrite(Identifiers.TABLE, resolved.identifiers());
    lake.overwrite(IdentityLinks.TABLE, resolved.identityLinks());
    lake.overwrite(GoldenCustomers.TABLE, resolved.goldenCustomers());
    lake.overwrite(ReviewQueue.TABLE, reviews);
    lake.append(IdentityEvents.TABLE, resolved.events());
  }
}
