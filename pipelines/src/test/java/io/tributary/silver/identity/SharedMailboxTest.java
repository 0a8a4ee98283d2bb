package io.tributary.silver.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Rows;
import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.review.Decisions;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMailboxTest {
  @TempDir private Path folder;

  @Test
  void aMailboxMakesOnePersonOfProfilesUnlessTheySpeakOfTwo() {
    IdentityHouse house = new IdentityHouse(folder);

    house.night(
        Neighbourhood.customerRecord(100)
            + """

            shop/bert  | e1 | true
            club/bert  | e1 | true
            club/karla | e1 | true
            shop/karla | e2 | true
            mail/karla | e2 | true
            """
                .stripTrailing(),
        Neighbourhood.contactPoints(100)
            + """

            shop/bert  | Bert  | -          | 70123
            club/bert  | Bert  | 1961-02-03 | -
            club/karla | Karla | 1964-11-28 | 70123
            shop/karla | Karla | 1964-11-28 | 70123
            mail/karla | -     | -          | -
            """
                .stripTrailing(),
        Neighbourhood.spec(Kind.NUMBER));

    Map<String, String> people =
        house.table(IdentityLinks.TABLE).collectAsList().stream()
            .collect(Collectors.toMap(link -> link.getString(0), link -> link.getString(1)));
    assertThat(people.get("club/bert")).isEqualTo(people.get("shop/bert"));
    assertThat(people.get("club/karla"))
        .isEqualTo(people.get("shop/karla"))
        .isEqualTo(people.get("mail/karla"))
        .isNotEqualTo(people.get("club/bert"));
    Rows.assertRows(
        house.table(ReviewQueue.TABLE),
        """
        record_key | other_record_key | reason
        club/bert  | club/karla       | identifier
        """);
  }

  @Test
  void twoMembersAreTwoPeopleHoweverAlike() {
    IdentityHouse house = new IdentityHouse(folder);
    MatchSpec spec = Neighbourhood.spec(Kind.NUMBER);

    house.night(
        Neighbourhood.customerRecord(100)
                .replace("verified", "verified | loyalty_hash")
                .replace("| false", "| false | -")
            + """

            club/one   | e1 | true | l1
            club/other | e1 | true | l2
            shop/one   | e1 | true | -
            """
                .stripTrailing(),
        Neighbourhood.contactPoints(100)
            + """

            club/one   | Karla | 1964-11-28 | 70123
            club/other | Karla | 1964-11-28 | 70123
            shop/one   | Karla | 1964-11-28 | 70123
            """
                .stripTrailing(),
        new MatchSpec(
            "US", spec.fields(), List.of(), null, null, null, Map.of("loyalty", 1), null, null));

    Map<String, String> people =
        house.table(IdentityLinks.TABLE).collectAsList().stream()
            .collect(Collectors.toMap(link -> link.getString(0), link -> link.getString(1)));
    assertThat(people.get("club/one"))
        .isNotEqualTo(people.get("club/other"))
        .isEqualTo(people.get("shop/one"));
    Rows.assertRows(
        house.table(ReviewQueue.TABLE),
        """
        record_key | other_record_key | reason
        club/one   | club/other       | identifier
        """);
  }

  @Test
  void numbersThatTieAndPartTellHowOftenLikenessWouldBeRight() {
    IdentityHouse house = new IdentityHouse(folder);
    MatchSpec spec = Neighbourhood.spec(Kind.NUMBER);

    house.night(
        Neighbourhood.customerRecord(100)
                .replace("verified", "verified | loyalty_hash")
                .replace("| false", "| false | -")
            + """

            club/one   | - | false | l1
            club/other | - | false | l2
            shop/one   | - | false | l1
            """
                .stripTrailing(),
        Neighbourhood.contactPoints(100)
            + """

            club/one   | Karla | 1964-11-28 | 70123
            club/other | Karla | 1964-11-28 | 70123
            shop/one   | Karla | 1964-11-28 | 70123
            """
                .stripTrailing(),
        new MatchSpec(
            "US", spec.fields(), List.of(), null, null, null, Map.of("loyalty", 1), null, null));

    Rows.assertRows(
        house.table(MatchState.PEOPLE).filter("is_right is not null"),
        """
        record_key | person_key | is_right
        club/one   | club/other | false
        club/one   | shop/one   | true
        club/other | shop/one   | false
        """);
    Rows.assertRows(
        house.table(MatchConfidence.TABLE).filter("known > 0"),
        """
        known | confirmed
        3     | 0.3333
        """);
  }

  @Test
  void aLimitOfNoKindIsRefused() {
    assertThatThrownBy(() -> SharedIdentifiers.known(null, Map.of("passport", 1), Decisions.NONE))
        .hasMessageContaining("'passport' is no kind of identifier; there are [email, loyalty");
    assertThatThrownBy(() -> SharedIdentifiers.known(null, Map.of("loyalty", 0), Decisions.NONE))
        .hasMessageContaining("a person has at least one");
  }
}
