package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.GoldenSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The best known name of each person, and how to reach them, in plain text. */
public final class GoldenContacts {
  public static final Table TABLE =
      Table.silver(
              "golden_contacts",
              "One row per master customer.",
              IdentityLinks.MASTER_CUSTOMER_ID,
              ContactPoints.FIRST_NAME,
              ContactPoints.LAST_NAME,
              ContactPoints.BIRTH_DATE,
              ContactPoints.EMAIL,
              ContactPoints.PHONE,
              ContactPoints.STREET,
              ContactPoints.CITY,
              ContactPoints.POSTCODE,
              ContactPoints.REGION,
              ContactPoints.COUNTRY)
          .key(IdentityLinks.MASTER_CUSTOMER_ID)
          .restricted();

  private static final Trait NAME =
      new Trait("name", List.of(ContactPoints.FIRST_NAME, ContactPoints.LAST_NAME));

  private static final Trait ADDRESS =
      new Trait(
          "address",
          List.of(
              ContactPoints.STREET,
              ContactPoints.CITY,
              ContactPoints.POSTCODE,
              ContactPoints.REGION,
              ContactPoints.COUNTRY));

  /** All for which one of several values is chosen. */
  static final List<Trait> TRAITS =
      List.of(
          NAME,
          Trait.of(ContactPoints.BIRTH_DATE),
          Trait.of(ContactPoints.EMAIL),
          Trait.of(ContactPoints.PHONE),
          ADDRESS);

  private static final String KEY = Records.RECORD_KEY.name();
  private static final String UNUSABLE = "unusable";

  private GoldenContacts() {}

  /**
   * What profiles say, and what tells whom to believe. An address or number that says nothing of
   * who carries it, such as a shop's own, reaches somebody else.
   */
  static Dataset<Row> profiles(
      Dataset<Row> customerRecord, Dataset<Row> contactPoints, Dataset<Row> identifiers) {
    Dataset<Row> unusable =
        identifiers
            .filter(not(Identifiers.IS_USABLE.col()))
            .groupBy(KEY)
            .agg(collect_set(Identifiers.KIND.col()).as(UNUSABLE));
    return customerRecord
        .select(
            Records.RECORD_KEY.col(),
            Records.SOURCE.col(),
            CustomerRecord.IS_EMAIL_VERIFIED.col(),
            CustomerRecord.SIGNED_UP_AT.col())
        .join(contactPoints, KEY)
        .join(unusable, KEY, "left")
        .withColumn(ContactPoints.EMAIL.name(), usable(ContactPoints.EMAIL, IdentifierKind.EMAIL))
        .withColumn(ContactPoints.PHONE.name(), usable(ContactPoints.PHONE, IdentifierKind.PHONE));
  }

  private static Column usable(Field field, IdentifierKind kind) {
    Column isUnusable = coalesce(array_contains(col(UNUSABLE), kind.text()), lit(false));
    return when(not(isUnusable), field.col());
  }

  /** Trait by trait what the best profile of each person says, with null where none does. */
  static Dataset<Row> of(Dataset<Row> profiles, Dataset<Row> identityLinks, GoldenSpec spec) {
    Survivorship survivorship = new Survivorship(spec);
    Column[] best =
        TRAITS.stream()
            .map(trait -> survivorship.best(trait).as(trait.name() + "_said"))
            .toArray(Column[]::new);
    Stream<Column> said = TRAITS.stream().map(trait -> col(trait.name() + "_said.*"));
    Column person = IdentityLinks.MASTER_CUSTOMER_ID.col();
    return profiles
        .join(identityLinks.select(Records.RECORD_KEY.col(), person), KEY)
        .groupBy(person)
        .agg(best[0], Arrays.copyOfRange(best, 1, best.length))
        .select(Stream.concat(Stream.of(person), said).toArray(Column[]::new));
  }
}
