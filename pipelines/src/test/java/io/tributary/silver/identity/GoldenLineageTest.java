package io.tributary.silver.identity;

import io.tributary.Rows;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.GoldenSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenLineageTest {
  @Test
  void everyValueThatLostStandsWithWhoSaysSoAndTheRuleThatDecided() {
    Rows.assertRows(
        GoldenLineage.of(
            Rows.of(
                CustomerRecord.TABLE,
                """
                record_key | source | is_email_verified | gender | birth_year | city | country | updated_at
                a          | shop   | true              | female | -          | Bonn | DE      | 2026-01-01 00:00:00
                b          | crm    | false             | male   | 1980       | -    | DE      | 2026-02-01 00:00:00
                c          | mail   | false             | male   | 1981       | -    | -       | 2026-02-01 00:00:00
                d          | mail   | false             | other  | -          | -    | -       | -
                """),
            GoldenCustomers.TRAITS,
            Rows.of(
                IdentityLinks.TABLE,
                """
                record_key | master_customer_id
                a          | A
                b          | A
                c          | A
                d          | D
                """),
            new GoldenSpec(List.of("crm"), null, null)),
        """
        master_customer_id | field      | lost_value | lost_key | kept_value | kept_key | rule
        A                  | gender     | male       | b        | female     | a        | verified
        A                  | birth_year | 1981       | c        | 1980       | b        | source
        A                  | place      | DE         | b        | Bonn, DE   | a        | verified
        """);
  }

  @Test
  void theRecordKeySettlesWhatNoRuleDoes() {
    Rows.assertRows(
        GoldenLineage.of(
            Rows.of(CustomerRecord.TABLE, "record_key | gender\na | female\nb | male"),
            GoldenCustomers.TRAITS,
            Rows.of(IdentityLinks.TABLE, "record_key | master_customer_id\na | A\nb | A"),
            GoldenSpec.STANDARD),
        """
        field  | lost_value | kept_value | rule
        gender | female     | male       | record_key
        """);
  }
}
