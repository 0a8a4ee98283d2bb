package io.tributary.silver.identity;

import io.tributary.bronze.Records;
import io.tributary.lake.FewRows;
import io.tributary.lake.Lake;
import io.tributary.models.identity.evaluate.SampledShare;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.MatchState;
import io.tributary.silver.identity.match.Matched;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Finds out who the people are whom a change reaches. Whatever ties or parts two profiles otherwise
 * than before has both of them among those that are reached, so nobody of these people is tied to
 * anybody else, and the others are who they were.
 *
 * @param records the keys of their profiles, those that are gone among them
 * @param ids the ids that they had
 * @param carried the identifiers that they carried
 */
record ReachedPeople(
    Lake lake,
    Dataset<Row> records,
    Dataset<Row> ids,
    Resolution.Inputs inputs,
    Dataset<Row> carried)
    implements Scope {
  private static final String KEY = Records.RECORD_KEY.name();
  private static final String ID = IdentityLinks.MASTER_CUSTOMER_ID.name();

  /**
   * The people of some profiles.
   *
   * @param reached the keys of the profiles
   * @param everybody what is known of all
   */
  static ReachedPeople of(Lake lake, Dataset<Row> reached, Resolution.Inputs everybody) {
    Dataset<Row> links = everybody.former().links();
    Dataset<Row> keys = FewRows.of(reached.distinct());
    Dataset<Row> ids = FewRows.of(links.join(keys, KEY, "left_semi").select(ID).distinct());
    Dataset<Row> known = links.join(ids, ID, "left_semi").select(KEY);
    Dataset<Row> records = FewRows.of(known.union(keys).distinct());
    Resolution.Inputs inputs =
        new Resolution.Inputs(
            held(among(records, everybody.customerRecord())),
            held(among(records, everybody.identifiers())),
            everybody.likely() == null ? null : held(among(records, everybody.likely())),
            everybody.decisions(),
            former(records, ids, everybody.former()));
    return new ReachedPeople(
        lake, records, ids, inputs, held(among(records, lake.before(Identifiers.TABLE))));
  }

  private static Dataset<Row> held(Dataset<Row> rows) {
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static Dataset<Row> among(Dataset<Row> records, Dataset<Row> rows) {
    return rows.join(records, KEY, "left_semi");
  }

  private static Resolution.Former former(
      Dataset<Row> records, Dataset<Row> ids, Resolution.Former former) {
    Dataset<Row> founders = records.select(IdentityEvents.FOUNDING_KEY.from(records.col(KEY)));
    Dataset<Row> founded =
        FewRows.of(
            former
                .events()
                .join(founders, IdentityEvents.FOUNDING_KEY.name(), "left_semi")
                .select(ID)
                .join(ids, ID, "left_anti")
                .distinct());
    // Whoever holds an id that these people neither had nor got is somebody else.
    Dataset<Row> heldByOthers = former.links().join(founded, ID, "left_semi").select(ID).distinct();
    return new Resolution.Former(
        held(among(records, former.links())), former.events(), heldByOthers);
  }

  @Override
  public NightFigures figures(Resolution found, SampledShare audited) {
    MatchedProfiles were =
        new MatchedProfiles(
            among(records, lake.lastRead(CustomerRecord.TABLE)), carried, inputs.former().links());
    List<BrandProfiles> brands =
        MatchedProfiles.of(inputs, found)
            .counted(
                MatchRates.counted(lake.before(MatchRates.TABLE)),
                were,
                lake.read(CustomerRecord.TABLE));
    Dataset<Row> golden = lake.before(GoldenCustomers.TABLE);
    return NightFigures.of(inputs, found, new NightFigures.Others(brands, golden, ids), audited);
  }

  @Override
  public ResolvedProfiles resolved(Resolution found, Matched matched, long before) {
    Dataset<Row> doubtful = Matched.doubtful(lake.before(MatchState.PEOPLE));
    return ResolvedProfiles.read(lake.before(MatchConfidence.TABLE), before)
        .with(
            said(found.identityLinks(), inputs.identifiers(), matched.doubtful()),
            said(inputs.former().links(), carried, doubtful));
  }

  private ResolvedProfiles.Said said(
      Dataset<Row> links, Dataset<Row> identifiers, Dataset<Row> doubtful) {
    return new ResolvedProfiles.Said(links, identifiers, among(records, Matched.doubts(doubtful)));
  }

  @Override
  public Dataset<Row> links(Resolution found) {
    return lake.before(IdentityLinks.TABLE)
        .join(records, KEY, "left_anti")
        .unionByName(found.identityLinks());
  }

  @Override
  public void write(Resolution found) {
    lake.replace(IdentityLinks.TABLE, found.identityLinks(), records, Records.RECORD_KEY);
    Dataset<Row> people = found.identityLinks().select(ID).union(ids).distinct();
    lake.replace(
        GoldenCustomers.TABLE, found.goldenCustomers(), people, IdentityLinks.MASTER_CUSTOMER_ID);
  }

  @Override
  public void close() {
    Stream.of(
            inputs.customerRecord(),
            inputs.identifiers(),
            inputs.likely(),
            inputs.former().links(),
            carried)
        .filter(Objects::nonNull)
        .forEach(Dataset::unpersist);
  }
}
