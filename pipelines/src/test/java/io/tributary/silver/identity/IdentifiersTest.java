package io.tributary.silver.identity;

import io.tributary.Rows;
import io.tributary.silver.CustomerRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
  private static final Tying TYING =
      new Tying(/* sharedLimit= */ 2, Set.of("blocked"), Map.of("phone", List.of("club")));

  @Test
  void verifiedAddressesNumbersAndAccountsLinkAndPhonesNever() {
    Rows.assertRows(
        identifiers(
            """
            record_key | email_hash | is_email_verified | phone_hash | loyalty_hash | platform_hashes
            a          | e1         | true              | p1         | l1           | [w1, w2]
            b          | e1         | false             | -          | -            | []
            """),
        """
        record_key | kind     | value_hash | profiles | is_linking
        a          | email    | e1         | 2        | true
        a          | phone    | p1         | 1        | false
        a          | loyalty  | l1         | 1        | true
        a          | platform | w1         | 1        | true
        a          | platform | w2         | 1        | true
        b          | email    | e1         | 2        | false
        """);
  }

  @Test
  void aValueThatTooManyProfilesOfOneAccountShareLinksNobodyThoughVerified() {
    Rows.assertRows(
        identifiers(
                """
            record_key | source | account | email_hash | is_email_verified | loyalty_hash
            a          | shop   | home    | tablet     | true              | -
            b          | shop   | home    | tablet     | true              | -
            c          | shop   | home    | tablet     | false             | l3
            d          | mail   | home    | tablet     | true              | -
            """)
            .filter("kind = 'email'"),
        """
        record_key | value_hash | profiles | is_linking
        a          | tablet     | 4        | false
        b          | tablet     | 4        | false
        c          | tablet     | 4        | false
        d          | tablet     | 4        | false
        """);
  }

  @Test
  void aGuestWhoOrdersOftenDoesNotMakeTheirAddressShared() {
    Rows.assertRows(
        identifiers(
                """
            record_key | source | account | email_hash | is_email_verified | loyalty_hash
            a          | orders | home    | ann        | false             | -
            b          | orders | home    | ann        | false             | -
            c          | orders | home    | ann        | false             | -
            d          | crm    | -       | ann        | true              | l1
            """)
            .filter("kind = 'email'"),
        """
        record_key | profiles | is_linking
        a          | 4        | false
        b          | 4        | false
        c          | 4        | false
        d          | 4        | true
        """);
  }

  @Test
  void aPersonMayHaveProfilesInAnyNumberOfAccounts() {
    Rows.assertRows(
        identifiers(
            """
            record_key | source | account | email_hash | is_email_verified
            a          | shop   | home    | ann        | true
            b          | shop   | kids    | ann        | true
            c          | shop   | beauty  | ann        | true
            d          | mail   | -       | ann        | true
            e          | mail   | -       | ann        | true
            """),
        """
        record_key | profiles | is_linking
        a          | 5        | true
        b          | 5        | true
        c          | 5        | true
        d          | 5        | true
        e          | 5        | true
        """);
  }

  private static Dataset<Row> identifiers(String customerRecord) {
    return Identifiers.of(Rows.of(CustomerRecord.TABLE, customerRecord), TYING);
  }

  @Test
  void aSourceMayHaveItsCustomersProveTheirNumbers() {
    Rows.assertRows(
        identifiers(
            """
            record_key | source | email_hash | phone_hash
            a          | club   | mail       | number
            b          | shop   | mail       | number
            """),
        """
        record_key | kind  | value_hash | is_linking
        a          | email | mail       | false
        a          | phone | number     | true
        b          | email | mail       | false
        b          | phone | number     | false
        """);
  }

  @Test
  void aValueOfTheBlockListLinksNobody() {
    Rows.assertRows(
        identifiers(
            """
            record_key | loyalty_hash | phone_hash
            a          | blocked      | p
            b          | blocked      | -
            """),
        """
        record_key | kind    | value_hash | is_usable | is_linking
        a          | loyalty | blocked    | false     | false
        a          | phone   | p          | true      | false
        b          | loyalty | blocked    | false     | false
        """);
  }
}
