package io.tributary.silver.identity;

import io.tributary.Rows;
import io.tributary.silver.Consent;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ConsentStandingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

  /** Ann has two addresses and a number, she and Bob use one; a shop's tablet is nobody's. */
  private static final String CARRIED =
      """
      record_key | kind    | value_hash | is_usable
      shop/ann   | email   | ann        | true
      list/ann   | email   | ours       | true
      crm/ann    | loyalty | 77         | true
      list/bob   | email   | ours       | true
      shop/cid   | email   | tablet     | false
      """;

  private static final String PEOPLE =
      """
      record_key | master_customer_id
      shop/ann   | Ann
      list/ann   | Ann
      crm/ann    | Ann
      list/bob   | Bob
      shop/cid   | Cid
      """;

  @Test
  void theStrictestHoldsWhateverItWasSaidUnder() {
    Rows.assertRows(
        standing(
            """
            subject_kind | subject_hash | brand | purpose   | channel | collected_by | status  | recorded_at
            email        | ann          | Home  | marketing | email   | newsletter   | granted | 2026-06-01 08:00:00
            loyalty      | 77           | Home  | marketing | email   | form         | denied  | 2026-05-01 08:00:00
            loyalty      | 77           | Home  | marketing | post    | form         | denied  | 2026-05-01 08:00:00
            loyalty      | 77           | Home  | marketing | post    | form         | granted | 2026-05-02 08:00:00
            loyalty      | 77           | Kids  | marketing | email   | form         | granted | 2026-05-01 08:00:00
            email        | ann          | Kids  | marketing | email   | newsletter   | denied  | 2026-06-03 00:00:00
            """),
        """
        master_customer_id | subject_kind | subject_hash | brand | purpose   | channel | status
        Ann                | -            | -            | Home  | marketing | email   | denied
        Ann                | -            | -            | Home  | marketing | post    | granted
        Ann                | -            | -            | Kids  | marketing | email   | granted
        """);
  }

  @Test
  void anAddressOfTwoSpeaksForBothAndOneOfManyForNobody() {
    Rows.assertRows(
        standing(
            """
            subject_kind | subject_hash | brand | purpose   | channel | status  | recorded_at
            email        | ours         | Home  | marketing | email   | denied  | 2026-06-01 08:00:00
            email        | tablet       | Home  | marketing | email   | denied  | 2026-06-01 08:00:00
            email        | unknown      | Home  | marketing | email   | granted | 2026-06-01 08:00:00
            """),
        """
        master_customer_id | subject_kind | subject_hash | status
        Ann                | -            | -            | denied
        Bob                | -            | -            | denied
        -                  | email        | tablet       | denied
        -                  | email        | unknown      | granted
        """);
  }

  private static Dataset<Row> standing(String said) {
    return ConsentStanding.of(
        Rows.of(Consent.TABLE, said),
        Rows.of(Identifiers.TABLE, CARRIED),
        Rows.of(IdentityLinks.TABLE, PEOPLE),
        DAY);
  }
}
