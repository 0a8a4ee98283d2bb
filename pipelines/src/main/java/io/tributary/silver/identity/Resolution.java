package io.tributary.silver.identity;

import io.tributary.models.identity.IdAssignment;
import io.tributary.models.identity.review.Decisions;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.identity.match.GoldenSpec;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who some profiles are. Who belongs together depends on the profiles of today alone; which id they
 * get also on what was known of them, so that a person keeps it whatever happens to the profiles.
 *
 * @param identityLinks who each of the profiles is
 * @param events those of this run alone
 * @param goldenCustomers what is believed of their people
 * @param assignment what the events tell of
 */
record Resolution(
    Dataset<Row> identityLinks,
    Dataset<Row> events,
    Dataset<Row> goldenCustomers,
    IdAssignment assignment) {

  /**
   * The profiles of today, and what earlier runs knew.
   *
   * @param identifiers what the profiles carry
   * @param likely the profiles that are likely one person, as {@link LikelyPeople} lists them; null
   *     when only identifiers count
   * @param decisions what people decided, and is obeyed
   */
  record Inputs(
      Dataset<Row> customerRecord,
      Dataset<Row> identifiers,
      Dataset<Row> likely,
      Decisions decisions,
      Former former) {}

  /**
   * What earlier runs knew.
   *
   * @param links of the profiles, those that are gone among them
   * @param events of everybody
   * @param heldByOthers ids that the profiles founded and that people hold who are not looked at
   */
  record Former(Dataset<Row> links, Dataset<Row> events, Dataset<Row> heldByOthers) {
    /** What was known where everybody is looked at. */
    static Former ofAll(Dataset<Row> links, Dataset<Row> events) {
      return new Former(
          links, events, links.select(IdentityLinks.MASTER_CUSTOMER_ID.col()).limit(0));
    }
  }

  /**
   * The rules of a run.
   *
   * @param hash makes the ids; its key never changes
   * @param tying which identifiers tie profiles
   * @param asOf the date of the events
   * @param run the number of the run
   * @param golden whose word counts where profiles of one person disagree
   */
  record Rules(KeyedHash hash, Tying tying, LocalDate asOf, long run, GoldenSpec golden) {}

  /** Resolves the profiles of {@code inputs} into people. */
  static Resolution of(Inputs inputs, Rules rules) {
    MasterIds ids = new MasterIds(rules.hash());
    Former former = inputs.former();
    var found = Clusters.of(inputs.customerRecord(), inputs.identifiers(), inputs.likely());
    var ties = new DecidedPeople.Ties(inputs.identifiers(), inputs.likely());
    var clusters = DecidedPeople.of(found, ties, inputs.decisions());
    IdAssignment assignment = IdAssignment.of(Claims.contested(clusters, former), ids);
    var people = People.of(clusters, former.links(), assignment, ids);
    var links = IdentityLinks.of(people);
    var when = new IdentityEvents.Found(rules.asOf(), rules.run());
    return new Resolution(
        links,
        IdentityEvents.of(people, former.links(), assignment, when),
        GoldenCustomers.of(inputs.customerRecord(), links, rules.golden()),
        assignment);
  }
}
