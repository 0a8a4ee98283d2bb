package io.tributary.silver.identity;

import io.tributary.Rows;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.GoldenSpec;
import io.tributary.silver.identity.match.GoldenSpec.Rule;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class GoldenContactsTest {
  private static final Dataset<Row> LINKS =
      Rows.of(
          IdentityLinks.TABLE,
          """
          record_key | master_customer_id
          a          | A
          b          | A
          c          | A
          d          | D
          """);

  private static final GoldenSpec TRUSTING_CRM =
      new GoldenSpec(List.of("crm"), null, Map.of("address", List.of(Rule.RECENT)));

  private static Dataset<Row> profiles() {
    return GoldenContacts.profiles(
        Rows.of(
            CustomerRecord.TABLE,
            """
            record_key | source | is_email_verified
            a          | shop   | true
            b          | crm    | false
            c          | mail   | false
            d          | mail   | false
            """),
        Rows.of(
            ContactPoints.TABLE,
            """
            record_key | first_name | last_name | birth_date | email | phone | street    | city  | updated_at
            a          | Ann        | -         | -          | a@x   | 1     | Weg 1     | Bonn  | 2026-01-01 00:00:00
            b          | Anna       | Berg      | 1980-02-03 | b@x   | 2     | -         | -     | 2026-02-01 00:00:00
            c          | A.         | Berg      | 1981-02-03 | c@x   | -     | Allee 2   | -     | 2026-03-01 00:00:00
            d          | Dan        | -         | -          | d@x   | 4     | -         | -     | -
            """),
        Rows.of(
            Identifiers.TABLE,
            """
            record_key | kind  | value_hash | is_usable
            a          | email | ha         | true
            a          | phone | h1         | false
            d          | email | hd         | false
            d          | phone | h4         | true
            """));
  }

  @Test
  void theBestProfileOfEachTraitIsBelieved() {
    Rows.assertRows(
        GoldenContacts.of(profiles(), LINKS, TRUSTING_CRM),
        """
        master_customer_id | first_name | last_name | birth_date | email | phone | street  | city
        A                  | Ann        | -         | 1980-02-03 | a@x   | 2     | Allee 2 | -
        D                  | Dan        | -         | -          | -     | 4     | -       | -
        """);
  }

  @Test
  void whatLostStandsWithTheRuleThatDecided() {
    Rows.assertRows(
        GoldenLineage.of(profiles(), GoldenContacts.TRAITS, LINKS, TRUSTING_CRM),
        """
        master_customer_id | field      | lost_value  | lost_key | kept_value | kept_key | rule
        A                  | name       | Anna, Berg  | b        | Ann        | a        | verified
        A                  | name       | A., Berg    | c        | Ann        | a        | verified
        A                  | birth_date | 1981-02-03  | c        | 1980-02-03 | b        | source
        A                  | email      | b@x         | b        | a@x        | a        | verified
        A                  | email      | c@x         | c        | a@x        | a        | verified
        A                  | address    | Weg 1, Bonn | a        | Allee 2    | c        | recent
        """);
  }
}
