package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How to reach a customer, in plain text; read only by identity, erasure and activation. */
public final class ContactPoints {
  public static final Field FIRST_NAME = optional("first_name", TEXT, "Given name as received");
  public static final Field LAST_NAME = optional("last_name", TEXT, "Family name as received");
  public static final Field EMAIL = optional("email", TEXT, "Canonical e-mail address");
  public static final Field PHONE =
      optional("phone", TEXT, "Phone number in E.164; as received where it is not whole");
  public static final Field BIRTH_DATE = optional("birth_date", DATE, "Date of birth");
  public static final Field STREET = optional("street", TEXT, "Street and number");
  public static final Field CITY = optional("city", TEXT, "City");
  public static final Field POSTCODE = optional("postcode", TEXT, "Postal code");
  public static final Field REGION = optional("region", TEXT, "State, province or county");
  public static final Field COUNTRY = optional("country", TEXT, "Country");
  public static final Field DEVICES =
      optional("devices", TEXT, "Devices the customer was seen on, parted by blanks");
  public static final Field NETWORK =
      optional("network", TEXT, "Address of the network the customer came from");
  public static final Field PURCHASES =
      optional("purchases", TEXT, "What the customer bought, one after another, parted by blanks");

  public static final Table TABLE =
      Table.silver(
              "contact_points",
              "One row per customer profile of a source.",
              Records.RECORD_KEY,
              FIRST_NAME,
              LAST_NAME,
              EMAIL,
              PHONE,
              BIRTH_DATE,
              STREET,
              CITY,
              POSTCODE,
              REGION,
              COUNTRY,
              DEVICES,
              NETWORK,
              PURCHASES,
              CustomerRecord.UPDATED_AT)
          .key(Records.RECORD_KEY)
          .restricted();

  private ContactPoints() {}

  /** What the profiles give of it, in plain text. */
  public static Dataset<Row> of(Dataset<Row> profiles, PhoneNumbers numbers) {
    return TABLE.select(
        profiles.select(
            Records.RECORD_KEY.col(),
            FIRST_NAME.from(Canonical.text(FIRST_NAME.col())),
            LAST_NAME.from(Canonical.text(LAST_NAME.col())),
            EMAIL.from(Canonical.email(EMAIL.col())),
            PHONE.from(numbers.contact(PHONE.col(), COUNTRY.col())),
            BIRTH_DATE.col(),
            STREET.from(Canonical.text(STREET.col())),
            CITY.from(Canonical.text(CITY.col())),
            POSTCODE.from(Canonical.text(POSTCODE.col())),
            REGION.from(Canonical.text(REGION.col())),
            COUNTRY.from(Canonical.text(COUNTRY.col())),
            DEVICES.from(Canonical.text(DEVICES.col())),
            NETWORK.from(Canonical.text(NETWORK.col())),
            PURCHASES.from(Canonical.text(PURCHASES.col())),
            CustomerRecord.UPDATED_AT.col()));
  }
}
