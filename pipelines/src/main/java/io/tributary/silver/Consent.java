package io.tributary.silver;

import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who allowed what, as each collector recorded it: statements follow one another, none is lost. */
public final class Consent {
  public static final Field CONSENT_KEY =
      required("consent_key", TEXT, "The record and the statement in it");
  public static final Field SUBJECT_KIND =
      required("subject_kind", TEXT, "What speaks: email or loyalty, as in identifiers");
  public static final Field SUBJECT_HASH =
      required(
          "subject_hash",
          TEXT,
          "Keyed hash of the e-mail address or the loyalty number, as in customer_record");
  public static final Field PURPOSE =
      required("purpose", TEXT, "marketing, analytics, profiling or ads");
  public static final Field CHANNEL = required("channel", TEXT, "email, sms, post or web");
  public static final Field STATUS = required("status", TEXT, "granted or denied");
  public static final Field LEGAL_BASIS = optional("legal_basis", TEXT, "On what ground");
  public static final Field COLLECTED_BY =
      required("collected_by", TEXT, "The form, banner or list where it was said");
  public static final Field RECORDED_AT = required("recorded_at", INSTANT, "When it was said");

  /** What a source may give as the address that speaks, in plain text. */
  static final Field EMAIL = optional("email", TEXT, "The address as typed");

  public static final Table TABLE =
      Table.silver(
              "consent",
              "One row per statement of an address or a loyalty number on a brand, a purpose and a"
                  + " channel.",
              CONSENT_KEY,
              Records.RECORD_KEY,
              Records.SOURCE,
              SUBJECT_KIND,
              SUBJECT_HASH,
              Orders.BRAND,
              PURPOSE,
              CHANNEL,
              STATUS,
              LEGAL_BASIS,
              COLLECTED_BY,
              RECORDED_AT)
          .key(CONSENT_KEY);

  /** What a source may say of a statement. */
  static final Mapping MAPPING =
      Mapping.of(
              "consent",
              CONSENT_KEY,
              EMAIL,
              Profiles.LOYALTY_ID,
              Orders.BRAND,
              PURPOSE,
              CHANNEL,
              STATUS,
              LEGAL_BASIS,
              COLLECTED_BY,
              RECORDED_AT)
          .check(
              Check.quarantine("status is granted or denied", "status in ('granted', 'denied')"),
              Check.quarantine(
                  "an email or a loyalty_id speaks, one of them",
                  "(email is null) <> (loyalty_id is null)"),
              Check.quarantine("email is an address", Canonical.isEmail("email")),
              Check.quarantine("loyalty_id is a number", Canonical.isLoyalty("loyalty_id")));

  private Consent() {}

  /** Mapped rows without the address or number, for which its keyed hash stands. */
  static Dataset<Row> of(Dataset<Row> mapped, KeyedHash hash) {
    Column email = Canonical.email(EMAIL.col());
    Column loyalty = Canonical.loyalty(Profiles.LOYALTY_ID.col());
    return TABLE.select(
        mapped
            .withColumn(
                SUBJECT_KIND.name(), when(EMAIL.col().isNull(), "loyalty").otherwise("email"))
            .withColumn(SUBJECT_HASH.name(), hash.of(coalesce(email, loyalty))));
  }

  /**
   * What holds at the end of a day, UTC: of each collector the last statement, and of several
   * collectors' the most restrictive. One row per subject, brand, purpose and channel.
   */
  public static Dataset<Row> asOf(Dataset<Row> consent, LocalDate day) {
    Column until = lit(java.sql.Date.valueOf(day.plusDays(1))).cast(INSTANT);
    Column latest = struct(RECORDED_AT.col(), STATUS.col().equalTo("denied"));
    return consent
        .where(RECORDED_AT.col().lt(until))
        .groupBy(
            SUBJECT_KIND.col(),
            SUBJECT_HASH.col(),
            Orders.BRAND.col(),
            PURPOSE.col(),
            CHANNEL.col(),
            COLLECTED_BY.col())
        .agg(max_by(STATUS.col(), latest).as(STATUS.name()))
        .groupBy(
            SUBJECT_KIND.col(),
            SUBJECT_HASH.col(),
            Orders.BRAND.col(),
            PURPOSE.col(),
            CHANNEL.col())
        .agg(strictest());
  }

  /** "denied" sorts before "granted". */
  public static Column strictest() {
    return min(STATUS.col()).as(STATUS.name());
  }
}
