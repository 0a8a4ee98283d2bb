package io.tributary.silver.identity;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.KeyedHash;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Who lives or is reached together with whom, though they are not one person. */
public final class HouseholdLinks {
  public static final Field KIND =
      required("kind", TEXT, "address, phone, email, loyalty or platform");
  public static final Field SHARED_HASH =
      required("shared_hash", TEXT, "Keyed hash of what they share; equal for all who do");
  public static final Field PEOPLE = required("people", LONG, "How many people share it");
  public static final Field PROFILES =
      required("profiles", LONG, "Profiles of the person that say so");

  public static final Table TABLE =
      Table.silver(
              "household_links",
              "One row per person and value shared with a few others.",
              SHARED_HASH,
              KIND,
              IdentityLinks.MASTER_CUSTOMER_ID,
              PEOPLE,
              PROFILES)
          .key(SHARED_HASH, KIND, IdentityLinks.MASTER_CUSTOMER_ID);

  /** What more people share is a store, an office or a filler, and no household. */
  static final int MOST = 8;

  private HouseholdLinks() {}

  /** The values that stand for somebody and that two people or a few share, with each of them. */
  public static Dataset<Row> of(
      Dataset<Row> identifiers,
      Dataset<Row> contactPoints,
      Dataset<Row> identityLinks,
      KeyedHash hash) {
    Dataset<Row> carried =
        identifiers
            .filter(Identifiers.IS_USABLE.col())
            .select(
                Records.RECORD_KEY.col(),
                KIND.from(Identifiers.KIND.col()),
                SHARED_HASH.from(Identifiers.VALUE_HASH.col()));
    Column[] shared = {SHARED_HASH.col(), KIND.col()};
    return TABLE.select(
        carried
            .union(homes(contactPoints, hash))
            .join(
                identityLinks.select(
                    Records.RECORD_KEY.col(), IdentityLinks.MASTER_CUSTOMER_ID.col()),
                Records.RECORD_KEY.name())
            .groupBy(SHARED_HASH.col(), KIND.col(), IdentityLinks.MASTER_CUSTOMER_ID.col())
            .agg(PROFILES.from(count(lit(1))))
            .withColumn(PEOPLE.name(), count(lit(1)).over(Window.partitionBy(shared)))
            .filter(PEOPLE.col().between(2, MOST)));
  }

  /** Addresses that say a street, in one way of writing. */
  private static Dataset<Row> homes(Dataset<Row> contactPoints, KeyedHash hash) {
    Column town = coalesce(ContactPoints.POSTCODE.col(), ContactPoints.CITY.col());
    Column written = lower(concat_ws("|", ContactPoints.STREET.col(), town));
    Column plain = regexp_replace(written, "[^\\p{L}\\p{N}|]", "");
    return contactPoints
        .filter(ContactPoints.STREET.col().isNotNull().and(town.isNotNull()))
        .select(
            Records.RECORD_KEY.col(), KIND.from(lit("address")), SHARED_HASH.from(hash.of(plain)));
  }
}
