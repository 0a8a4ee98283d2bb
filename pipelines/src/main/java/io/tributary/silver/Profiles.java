package io.tributary.silver;

import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.TEXTS;
import static io.tributary.lake.Field.optional;

import io.tributary.lake.Field;
import io.tributary.silver.typing.Mapping;

/** What a source's YAML may say of a customer, in plain text; it is split before it is stored. */
public final class Profiles {
  public static final Field PROFILE_KEY =
      optional(
          "profile_key",
          TEXT,
          "The profile a record tells of, where many records tell of one; the record's key otherwise");
  public static final Field LOYALTY_ID =
      optional("loyalty_id", TEXT, "Number in the loyalty scheme, as received");
  public static final Field PLATFORM_IDS =
      optional(
          "platform_ids",
          TEXTS,
          "Accounts that the source knows to be this customer, each with what tells its platform"
              + " from others, such as shop/home/123");

  /** The columns a source may give; it names those it has. */
  public static final Mapping MAPPING =
      Mapping.of(
          "customer_record",
          PROFILE_KEY,
          CustomerRecord.BRAND,
          ContactPoints.FIRST_NAME,
          ContactPoints.LAST_NAME,
          ContactPoints.EMAIL,
          CustomerRecord.IS_EMAIL_VERIFIED.orNull(),
          ContactPoints.PHONE,
          LOYALTY_ID,
          PLATFORM_IDS,
          ContactPoints.BIRTH_DATE,
          CustomerRecord.GENDER,
          ContactPoints.STREET,
          ContactPoints.CITY,
          ContactPoints.POSTCODE,
          ContactPoints.REGION,
          ContactPoints.COUNTRY,
          ContactPoints.DEVICES,
          ContactPoints.NETWORK,
          ContactPoints.PURCHASES,
          CustomerRecord.ACCEPTS_MARKETING,
          CustomerRecord.SIGNUP_CHANNEL,
          CustomerRecord.SIGNED_UP_AT,
          CustomerRecord.UPDATED_AT);

  private Profiles() {}
}
