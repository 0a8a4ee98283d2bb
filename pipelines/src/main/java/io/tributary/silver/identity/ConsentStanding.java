package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.silver.Consent;
import io.tributary.silver.Orders;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each person may be reached for and how, whatever address or number they said it under. */
public final class ConsentStanding {
  private static final Field PERSON =
      Field.optional(
          IdentityLinks.MASTER_CUSTOMER_ID.name(),
          Field.TEXT,
          "The person; null where nobody known carries what spoke, or so many that it is nobody's");
  private static final Field SUBJECT_KIND =
      Field.optional(
          Consent.SUBJECT_KIND.name(),
          Field.TEXT,
          "What spoke, where it is nobody's: email or loyalty");
  private static final Field SUBJECT_HASH =
      Field.optional(
          Consent.SUBJECT_HASH.name(),
          Field.TEXT,
          "Keyed hash of what spoke, where it is nobody's");
  private static final Field STATUS =
      Field.required(
          Consent.STATUS.name(),
          Field.TEXT,
          "granted or denied at the end of the as-of day, UTC: the most restrictive of what each"
              + " address or number said last to each collector");

  public static final Table TABLE =
      Table.silver(
              "consent_standing",
              "One row per person, brand, purpose and channel that anything was said of; where the"
                  + " person is not known, per address or loyalty number.",
              PERSON,
              SUBJECT_KIND,
              SUBJECT_HASH,
              Orders.BRAND,
              Consent.PURPOSE,
              Consent.CHANNEL,
              STATUS)
          .key(PERSON, SUBJECT_KIND, SUBJECT_HASH, Orders.BRAND, Consent.PURPOSE, Consent.CHANNEL);

  private ConsentStanding() {}

  static Step step() {
    return Step.making(TABLE, ConsentStanding::make)
        .reading(Consent.TABLE, Identifiers.TABLE, IdentityLinks.TABLE)
        .everyDay();
  }

  private static void make(Lake lake) {
    lake.overwrite(
        TABLE,
        of(
            lake.read(Consent.TABLE),
            lake.read(Identifiers.TABLE),
            lake.read(IdentityLinks.TABLE),
            lake.asOf()));
  }

  /**
   * What stands at the end of a day. An address that several people use speaks for each of them;
   * one that is not usable, as that of a store's tablet, for nobody.
   */
  static Dataset<Row> of(
      Dataset<Row> consent, Dataset<Row> identifiers, Dataset<Row> identityLinks, LocalDate day) {
    Dataset<Row> carriers =
        identifiers
            .where(Identifiers.IS_USABLE.col())
            .join(identityLinks, Records.RECORD_KEY.name())
            .select(
                SUBJECT_KIND.from(Identifiers.KIND.col()),
                SUBJECT_HASH.from(Identifiers.VALUE_HASH.col()),
                PERSON.col())
            .distinct();
    Column isNobodys = PERSON.col().isNull();
    return TABLE.select(
        Consent.asOf(consent, day)
            .join(carriers, new String[] {SUBJECT_KIND.name(), SUBJECT_HASH.name()}, "left")
            .withColumn(SUBJECT_KIND.name(), when(isNobodys, SUBJECT_KIND.col()))
            .withColumn(SUBJECT_HASH.name(), when(isNobodys, SUBJECT_HASH.col()))
            .groupBy(
                PERSON.col(),
                SUBJECT_KIND.col(),
                SUBJECT_HASH.col(),
                Orders.BRAND.col(),
                Consent.PURPOSE.col(),
                Consent.CHANNEL.col())
            .agg(Consent.strictest()));
  }
}
