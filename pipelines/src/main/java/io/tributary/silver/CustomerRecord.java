package io.tributary.silver;

import static io.tributary.lake.Field.FLAG;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.INTEGER;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.TEXTS;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What one source says of one customer, with identifiers as keyed hashes. */
public final class CustomerRecord {
  public static final Field BRAND =
      optional(
          "brand",
          TEXT,
          "The brand that holds the profile; null when the source serves all brands");
  public static final Field EMAIL_HASH =
      optional("email_hash", TEXT, "Keyed hash of the canonical e-mail address");
  public static final Field IS_EMAIL_VERIFIED =
      required("is_email_verified", FLAG, "Whether the customer proved to own the address");
  public static final Field PHONE_HASH =
      optional(
          "phone_hash",
          TEXT,
          "Keyed hash of the phone number in E.164; of its digits where it is not whole");
  public static final Field LOYALTY_HASH =
      optional("loyalty_hash", TEXT, "Keyed hash of the loyalty number");
  public static final Field PLATFORM_HASHES =
      required(
          "platform_hashes",
          TEXTS,
          "Keyed hashes of platform ids: accounts that the source knows to be this customer");
  public static final Field BIRTH_YEAR = optional("birth_year", INTEGER, "Year of birth");
  public static final Field GENDER = optional("gender", TEXT, "female, male or other");
  public static final Field COUNTRY =
      optional("country", TEXT, "ISO 3166 alpha-2 country or the name as given");
  public static final Field REGION = optional("region", TEXT, "State, province or county");
  public static final Field CITY = optional("city", TEXT, "City");
  public static final Field ACCEPTS_MARKETING =
      optional(
          "accepts_marketing", FLAG, "Whether the profile accepts marketing, as its source says");
  public static final Field SIGNUP_CHANNEL =
      optional("signup_channel", TEXT, "Where the customer signed up");
  public static final Field SIGNED_UP_AT =
      optional("signed_up_at", INSTANT, "When the profile was made");
  public static final Field UPDATED_AT =
      optional("updated_at", INSTANT, "When the profile last changed");

  public static final Table TABLE =
      Table.silver(
              "customer_record",
              "One row per customer profile of a source.",
              Records.RECORD_KEY,
              Records.SOURCE,
              Records.ACCOUNT,
              BRAND,
              EMAIL_HASH,
              IS_EMAIL_VERIFIED,
              PHONE_HASH,
              LOYALTY_HASH,
              PLATFORM_HASHES,
              BIRTH_YEAR,
              GENDER,
              COUNTRY,
              REGION,
              CITY,
              ACCEPTS_MARKETING,
              SIGNUP_CHANNEL,
              SIGNED_UP_AT,
              UPDATED_AT)
          .key(Records.RECORD_KEY);

  private CustomerRecord() {}

  /** The profiles without what names or reaches a person, which only keyed hashes stand for. */
  public static Dataset<Row> of(Dataset<Row> profiles, KeyedHash hash, PhoneNumbers numbers) {
    Column email = Canonical.email(ContactPoints.EMAIL.col());
    Column phone = numbers.canonical(ContactPoints.PHONE.col(), COUNTRY.col());
    Column platforms = Canonical.platforms(Profiles.PLATFORM_IDS.col());
    return TABLE.select(
        profiles.select(
            Records.RECORD_KEY.col(),
            Records.SOURCE.col(),
            Records.ACCOUNT.col(),
            BRAND.col(),
            EMAIL_HASH.from(hash.of(email)),
            IS_EMAIL_VERIFIED.from(
                coalesce(IS_EMAIL_VERIFIED.col().and(email.isNotNull()), lit(false))),
            PHONE_HASH.from(hash.of(phone)),
            LOYALTY_HASH.from(hash.of(Canonical.loyalty(Profiles.LOYALTY_ID.col()))),
            PLATFORM_HASHES.from(array_compact(transform(platforms, hash::of))),
            BIRTH_YEAR.from(year(ContactPoints.BIRTH_DATE.col())),
            GENDER.from(gender()),
            COUNTRY.from(Canonical.text(COUNTRY.col())),
            REGION.from(Canonical.text(REGION.col())),
            CITY.from(Canonical.text(CITY.col())),
            ACCEPTS_MARKETING.col(),
            SIGNUP_CHANNEL.from(Canonical.text(SIGNUP_CHANNEL.col())),
            SIGNED_UP_AT.col(),
            UPDATED_AT.col()));
  }

  private static Column gender() {
    Column given = lower(Canonical.text(GENDER.col()));
    return when(given.isin("f", "female", "w", "woman"), "female")
        .when(given.isin("m", "male", "man"), "male")
        .when(given.isin("u", "unknown", "n/a", "not specified", "undisclosed"), lit(null))
        .when(given.isNotNull(), "other");
  }
}
