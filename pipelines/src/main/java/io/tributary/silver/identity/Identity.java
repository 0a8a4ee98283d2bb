package io.tributary.silver.identity;

import io.tributary.lake.Lake;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.models.identity.IdAssignment;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
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
      List.of(Identifiers.TABLE, IdentityLinks.TABLE, IdentityEvents.TABLE, GoldenCustomers.TABLE);

  private Identity() {}

  /** Today's profiles, and the links and events that earlier runs left. */
  public record Inputs(
      Dataset<Row> customerRecord, Dataset<Row> linksBefore, Dataset<Row> eventsBefore) {}

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
    var clusters = Clusters.of(inputs.customerRecord(), identifiers);
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

  /** The step that makes the four tables. */
  public static Step step(KeyedHash hash, int sharedLimit) {
    return Step.making("silver.identity", TABLES, lake -> resolve(lake, hash, sharedLimit))
        .reading(CustomerRecord.TABLE)
        .configuredBy("shared identifier limit " + sharedLimit);
  }

  private static void resolve(Lake lake, KeyedHash hash, int sharedLimit) {
    Inputs inputs =
        new Inputs(
            lake.read(CustomerRecord.TABLE),
            lake.before(IdentityLinks.TABLE),
            lake.before(IdentityEvents.TABLE));
    Resolved resolved = of(inputs, new Rules(hash, sharedLimit, lake.asOf(), lake.run()));
    lake.overwrite(Identifiers.TABLE, resolved.identifiers());
    lake.overwrite(IdentityLinks.TABLE, resolved.identityLinks());
    lake.overwrite(GoldenCustomers.TABLE, resolved.goldenCustomers());
    lake.append(IdentityEvents.TABLE, resolved.events());
  }
}
