package io.tributary.silver.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tributary.Rows;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentifierAuditTest {
  private static final String LINKS =
      """
      record_key | master_customer_id
      a          | A
      b          | A
      c          | C
      d          | D
      """;

  @Test
  void eachSourceIsToldWhatItCarriesAndHowMuchOfItIsSharedOrContradicted() {
    Rows.assertRows(
        IdentifierAudit.of(
            Rows.of(
                CustomerRecord.TABLE, "record_key | source\na | shop\nb | crm\nc | shop\nd | crm"),
            Rows.of(
                Identifiers.TABLE,
                """
                record_key | kind    | value_hash | is_usable | is_linking
                a          | email   | e1         | true      | true
                b          | email   | e2         | true      | true
                a          | phone   | p1         | true      | false
                b          | phone   | p1         | true      | false
                c          | phone   | p1         | true      | false
                c          | loyalty | l1         | false     | false
                """),
            Rows.of(IdentityLinks.TABLE, LINKS)),
        """
        source | kind     | profiles | filled | completeness | values | linking | unusable | shared | most_people | consistency
        crm    | email    | 2        | 1      | 0.5          | 1      | 1       | 0        | 0      | 1           | 0.0
        crm    | loyalty  | 2        | 0      | 0.0          | 0      | 0       | 0        | 0      | 0           | -
        crm    | phone    | 2        | 1      | 0.5          | 1      | 0       | 0        | 1      | 2           | 1.0
        crm    | platform | 2        | 0      | 0.0          | 0      | 0       | 0        | 0      | 0           | -
        shop   | email    | 2        | 1      | 0.5          | 1      | 1       | 0        | 0      | 1           | 0.0
        shop   | loyalty  | 2        | 1      | 0.5          | 1      | 0       | 1        | 0      | 1           | -
        shop   | phone    | 2        | 2      | 1.0          | 1      | 0       | 0        | 2      | 2           | 1.0
        shop   | platform | 2        | 0      | 0.0          | 0      | 0       | 0        | 0      | 0           | -
        """);
  }

  @Test
  void peopleOfOneHomeOrNumberAreLinkedButNotTheCrowdOfAStoreNorThoseOfABlockedValue() {
    String crowd = "record_key | master_customer_id\n" + crowd("t%1$d | T%1$d\n");
    String tablet =
        "record_key | kind | value_hash | is_usable\n" + crowd("t%d | phone | tablet | true\n");
    var identifiers =
        Rows.of(
            Identifiers.TABLE,
            tablet
                + """
                a | email | mine    | true
                b | email | mine    | true
                a | phone | ours    | true
                d | phone | ours    | true
                c | email | blocked | false
                d | email | blocked | false
                """);
    var links = Rows.of(IdentityLinks.TABLE, crowd + "a | A\nb | A\nc | C\nd | D");
    var homes =
        Rows.of(
            ContactPoints.TABLE,
            """
            record_key | street        | postcode
            a          | 1 High Street | AB1 2CD
            b          | 1 high street | AB12CD
            c          | 1, High Street| AB1 2CD
            d          | 2 High Street | AB1 2CD
            t1         | -             | AB1 2CD
            """);

    Rows.assertRows(
        HouseholdLinks.of(identifiers, homes, links, new KeyedHash("home".getBytes(UTF_8))),
        """
        kind    | master_customer_id | people | profiles
        address | A                  | 2      | 2
        address | C                  | 2      | 1
        phone   | A                  | 2      | 1
        phone   | D                  | 2      | 1
        """);
  }

  /** A line for each of so many people that they are no household. */
  private static String crowd(String line) {
    return IntStream.rangeClosed(0, HouseholdLinks.MOST)
        .mapToObj(line::formatted)
        .collect(Collectors.joining());
  }
}
