package io.tributary.silver.identity;

import io.tributary.Rows;
import io.tributary.silver.identity.match.GoldenSpec;
import io.tributary.silver.identity.match.GoldenSpec.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenCustomersTest {
  @Test
  void eachFieldIsTheMostRecentThatIsKnown() {
    var nights =
        new Nights()
            .then(
                """
                record_key | source | loyalty_hash | gender | city   | country | updated_at
                a          | shop   | l1           | female | Bonn   | DE      | 2026-01-01 00:00:00
                b          | crm    | l1           | -      | London | GB      | 2026-02-01 00:00:00
                c          | crm    | l1           | -      | -      | FR      | -
                """);

    Rows.assertRows(
        nights.goldenCustomers(),
        """
        master_customer_id | gender | city   | country | region | records | sources
        a#0                | female | London | GB      | -      | 3       | [crm, shop]
        """);
  }

  @Test
  void aProfileWithAVerifiedAddressIsBelievedBeforeANewerOne() {
    var nights =
        new Nights()
            .then(
                """
                record_key | loyalty_hash | is_email_verified | birth_year | updated_at
                a          | l1           | true              | 1980       | 2024-01-01 00:00:00
                b          | l1           | false             | 1990       | 2026-02-01 00:00:00
                """);

    Rows.assertRows(nights.goldenCustomers(), "master_customer_id | birth_year\na#0 | 1980");
  }

  @Test
  void theSignUpStandsInForAnUpdateAndTheKeySettlesTies() {
    var nights =
        new Nights()
            .then(
                """
                record_key | loyalty_hash | city   | signed_up_at        | updated_at
                a          | l1           | Bonn   | 2020-01-01 00:00:00 | 2021-01-01 00:00:00
                b          | l1           | London | 2022-01-01 00:00:00 | -
                c          | l2           | Rome   | -                   | 2022-01-01 00:00:00
                d          | l2           | Paris  | -                   | 2022-01-01 00:00:00
                """);

    Rows.assertRows(
        nights.goldenCustomers(),
        """
        master_customer_id | city   | first_seen_at       | records
        a#0                | London | 2020-01-01 00:00:00 | 2
        c#0                | Paris  | -                   | 2
        """);
  }

  @Test
  void theRulesDecideFieldByFieldAndAPlaceIsTakenFromOneProfile() {
    var nights =
        new Nights()
            .choosing(
                new GoldenSpec(
                    List.of("crm", "shop"),
                    List.of(Rule.SOURCE, Rule.RECENT),
                    Map.of("place", List.of(Rule.COMPLETE, Rule.RECENT))))
            .then(
                """
                record_key | source | loyalty_hash | gender | birth_year | city   | country | updated_at
                a          | shop   | l1           | female | 1980       | Bonn   | DE      | 2026-01-01 00:00:00
                b          | crm    | l1           | other  | -          | -      | GB      | 2025-02-01 00:00:00
                c          | mail   | l1           | male   | 1990       | -      | FR      | 2026-03-01 00:00:00
                """);

    Rows.assertRows(
        nights.goldenCustomers(),
        """
        master_customer_id | gender | birth_year | city | country | record_keys
        a#0                | other  | 1980       | Bonn | DE      | [a, b, c]
        """);
  }
}
