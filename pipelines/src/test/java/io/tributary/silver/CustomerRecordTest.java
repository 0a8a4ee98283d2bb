package io.tributary.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CustomerRecordTest {
  private static final KeyedHash HASH = new KeyedHash("key".getBytes(UTF_8));

  private static final PhoneNumbers NUMBERS = new PhoneNumbers("US");

  private static final char NO_BREAK_SPACE = '\u00a0';

  /** What arrives: the columns a source may give, and where the record comes from. */
  private static final Table PROFILES =
      Table.silver(
          "profiles",
          "One row per profile.",
          Stream.concat(
                  Stream.of(Records.RECORD_KEY, Records.SOURCE, Records.ACCOUNT),
                  Profiles.MAPPING.fields().stream())
              .toArray(Field[]::new));

  @Test
  void oneWayOfWritingGivesOneHash() {
    var records =
        records(
            """
            record_key | email          | phone            | loyalty_id | platform_ids
            neat       | ann@x.example  | +493012345678    | L-77       | [web/1, web/2]
            untidy     | ANN@X.example~ | +49 30 123-45678 | l-77       | [web/2, web/1, web/2]
            other      | ann@x.test     | 03012345678      | L77        | [web/3]
            """
                .replace('~', NO_BREAK_SPACE));

    Row neat = row(records, "neat");
    Row untidy = row(records, "untidy");
    Row other = row(records, "other");
    for (String column : new String[] {"email_hash", "phone_hash", "loyalty_hash"}) {
      String hash = neat.getAs(column);
      assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(untidy.getAs(column));
      assertThat(hash).isNotEqualTo(other.getAs(column));
    }
    assertThat(platforms(untidy))
        .isEqualTo(platforms(neat))
        .isEqualTo("[" + HASH.of("web/1") + ", " + HASH.of("web/2") + "]");
  }

  @Test
  void whatIsNoIdentifierHasNoHash() {
    Rows.assertRows(
        records(
            """
            record_key | email   | is_email_verified | phone | loyalty_id | platform_ids
            absent     | -       | true              | -     | -          | -
            empty      | ''      | true              | ''    | ''         | [~]
            filler     | unknown | true              | 000   | n/a        | [0, -1, null, none]
            """
                .replace('~', NO_BREAK_SPACE)),
        """
        record_key | email_hash | is_email_verified | phone_hash | loyalty_hash | platform_hashes
        absent     | -          | false             | -          | -            | []
        empty      | -          | false             | -          | -            | []
        filler     | -          | false             | -          | -            | []
        """);
  }

  @Test
  void anAddressIsVerifiedOnlyWhereTheSourceSaysSo() {
    Rows.assertRows(
        records(
            """
            record_key | email     | is_email_verified
            said       | a@b.test  | true
            denied     | a@b.test  | false
            silent     | a@b.test  | -
            """),
        """
        record_key | is_email_verified
        said       | true
        denied     | false
        silent     | false
        """);
  }

  @Test
  void attributesAreKeptInOneForm() {
    Rows.assertRows(
        records(
            """
            record_key | birth_date | gender  | city     | region | country | signed_up_at
            one        | 1980-02-29 | F       | ~Bonn~   | ''     | DE      | 2026-01-01 10:00:00
            two        | -          | Male    | Bonn     | NRW    | -       | -
            three      | -          | diverse | -        | -      | -       | -
            four       | -          | unknown | -        | -      | -       | -
            """
                .replace('~', NO_BREAK_SPACE)),
        """
        record_key | birth_year | gender | city | region | country | signed_up_at
        one        | 1980       | female | Bonn | -      | DE      | 2026-01-01 10:00:00
        two        | -          | male   | Bonn | NRW    | -       | -
        three      | -          | other  | -    | -      | -       | -
        four       | -          | -      | -    | -      | -       | -
        """);
  }

  @Test
  void contactPointsKeepWhatReachesAPerson() {
    Rows.assertRows(
        ContactPoints.of(
            Rows.of(
                PROFILES,
                """
                record_key | first_name | email          | phone    | street | birth_date | devices | network
                one        | Ann        | Ann@X.EXAMPLE  | 512-4021 | -      | 1980-02-29 | d1 d2   | ''
                two        | ''         | not an address | -        | High 1 | -          | -       | 192.0.2.7
                """),
            NUMBERS),
        """
        record_key | first_name | email         | phone    | street | birth_date | devices | network
        one        | Ann        | ann@x.example | 512-4021 | -      | 1980-02-29 | d1 d2   | -
        two        | -          | -             | -        | High 1 | -          | -       | 192.0.2.7
        """);
  }

  @Test
  void aPhoneNumberIsOfTheCustomersCountryUnlessItNamesOne() {
    String profiles =
        """
        record_key | country  | phone
        abroad     | DE       | +1 (212) 512-4021
        at home    | US       | (212) 512-4021
        silent     | -        | 212.512.4021
        unheard of | Atlantis | 1-212-512-4021
        """;

    Rows.assertRows(
        ContactPoints.of(Rows.of(PROFILES, profiles), NUMBERS),
        """
        record_key | phone
        abroad     | +12125124021
        at home    | +12125124021
        silent     | +12125124021
        unheard of | +12125124021
        """);
    assertThat(records(profiles).select("phone_hash").distinct().collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(HASH.of("+12125124021"));
  }

  private static Dataset<Row> records(String profiles) {
    return CustomerRecord.of(Rows.of(PROFILES, profiles), HASH, NUMBERS);
  }

  private static Row row(Dataset<Row> records, String key) {
    return records.filter(Records.RECORD_KEY.col().equalTo(key)).head();
  }

  private static String platforms(Row record) {
    return record.getList(record.fieldIndex("platform_hashes")).toString();
  }
}
