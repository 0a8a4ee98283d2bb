package io.tributary.silver.identity;

import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.identity.match.GoldenSpec;
import io.tributary.silver.identity.match.MatchSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What can be said of the people once they are found; none of it decides who is who. */
public final class IdentityReports {
  public static final List<Table> TABLES =
      List.of(
          IdentifierAudit.TABLE,
          HouseholdLinks.TABLE,
          GoldenLineage.TABLE,
          GoldenContacts.TABLE,
          GoldenLineage.CONTACTS,
          ConsentStanding.TABLE);

  private IdentityReports() {}

  /**
   * The steps that make the tables.
   *
   * @param matching null where nothing is declared of people
   */
  public static List<Step> steps(KeyedHash hash, MatchSpec matching) {
    GoldenSpec golden = golden(matching);
    return List.of(
        Step.making(
                IdentifierAudit.TABLE,
                lake ->
                    lake.overwrite(
                        IdentifierAudit.TABLE,
                        IdentifierAudit.of(
                            lake.read(CustomerRecord.TABLE),
                            lake.read(Identifiers.TABLE),
                            lake.read(IdentityLinks.TABLE))))
            .reading(CustomerRecord.TABLE, Identifiers.TABLE, IdentityLinks.TABLE),
        Step.making(
                HouseholdLinks.TABLE,
                lake ->
                    lake.overwrite(
                        HouseholdLinks.TABLE,
                        HouseholdLinks.of(
                            lake.read(Identifiers.TABLE),
                            lake.read(ContactPoints.TABLE),
                            lake.read(IdentityLinks.TABLE),
                            hash)))
            .reading(Identifiers.TABLE, ContactPoints.TABLE, IdentityLinks.TABLE)
            .configuredBy(hash.fingerprint()),
        Step.making(
                GoldenLineage.TABLE,
                lake ->
                    lake.overwrite(
                        GoldenLineage.TABLE,
                        GoldenLineage.of(
                            lake.read(CustomerRecord.TABLE),
                            GoldenCustomers.TRAITS,
                            lake.read(IdentityLinks.TABLE),
                            golden)))
            .reading(CustomerRecord.TABLE, IdentityLinks.TABLE)
            .configuredBy(golden.toString()),
        contacts(golden),
        ConsentStanding.step());
  }

  private static Step contacts(GoldenSpec golden) {
    return Step.making(
            GoldenContacts.TABLE.qualifiedName(),
            List.of(GoldenContacts.TABLE, GoldenLineage.CONTACTS),
            lake -> {
              Dataset<Row> profiles =
                  GoldenContacts.profiles(
                      lake.read(CustomerRecord.TABLE),
                      lake.read(ContactPoints.TABLE),
                      lake.read(Identifiers.TABLE));
              Dataset<Row> links = lake.read(IdentityLinks.TABLE);
              lake.overwrite(GoldenContacts.TABLE, GoldenContacts.of(profiles, links, golden));
              lake.overwrite(
                  GoldenLineage.CONTACTS,
                  GoldenLineage.of(profiles, GoldenContacts.TRAITS, links, golden));
            })
        .reading(CustomerRecord.TABLE, ContactPoints.TABLE, Identifiers.TABLE, IdentityLinks.TABLE)
        .configuredBy(golden.toString());
  }

  static GoldenSpec golden(MatchSpec matching) {
    return matching == null ? GoldenSpec.STANDARD : matching.golden();
  }
}
