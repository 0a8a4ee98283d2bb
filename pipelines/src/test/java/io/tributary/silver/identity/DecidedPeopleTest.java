package io.tributary.silver.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecidedPeopleTest {
  private static final String THREE =
      """
      record_key | loyalty_hash
      a          | l1
      b          | l1
      c          | l2
      """;

  @Test
  void recordsDecidedToBeOneAreOneWithAllOfTheirs() {
    Nights nights = new Nights().then(THREE).deciding(same("b", "c")).then(THREE);

    Rows.assertRows(
        nights.links(),
        """
        record_key | master_customer_id | method  | confidence
        a          | a#0                | founder | 1.0
        b          | a#0                | decided | 1.0
        c          | a#0                | decided | 1.0
        """);
    Rows.assertRows(nights.events(), "event  | master_customer_id | heir_id\nmerged | c#0 | a#0");
  }

  @Test
  void recordsDecidedToBeDifferentPartThoughAnIdentifierTiesThem() {
    Nights nights = new Nights().then(THREE).deciding(different("b", "a")).then(THREE);

    assertThat(nights.people()).isEqualTo(Map.of("a", "a#0", "b", "b#0", "c", "c#0"));
    Rows.assertRows(nights.events(), "event | master_customer_id | heir_id\nsplit | b#0 | a#0");
  }

  @Test
  void whatIsUndoneIsAsItWasWithTheIdOfBefore() {
    Nights nights = new Nights().then(THREE).deciding(same("b", "c")).then(THREE);

    nights.deciding().then(THREE);

    assertThat(nights.people()).isEqualTo(Map.of("a", "a#0", "b", "a#0", "c", "c#0"));
  }

  @Test
  void othersOfOneIdentifierGoWithTheStrongerTie() {
    Nights nights =
        new Nights()
            .deciding(different("a", "b"))
            .then(
                """
                record_key | source | email_hash | is_email_verified | loyalty_hash
                a          | s1     | e1         | true              | -
                b          | s2     | e1         | true              | l1
                c          | s3     | e1         | true              | l1
                d          | s4     | e1         | true              | -
                """);

    assertThat(nights.people()).isEqualTo(Map.of("a", "a#0", "b", "b#0", "c", "b#0", "d", "a#0"));
  }

  @Test
  void likenessIsAskedBeforeAMailboxAndALoyaltyNumberBeforeLikeness() {
    var clusters =
        Rows.of(
            Clusters.TABLE,
            """
            record_key | founder_key | method  | confidence
            a          | a           | founder | 1.0
            b          | a           | email   | 1.0
            c          | a           | email   | 1.0
            d          | a           | loyalty | 1.0
            """);
    var identifiers =
        Rows.of(
            Identifiers.TABLE,
            """
            record_key | kind    | value_hash | is_linking
            a          | email   | e1         | true
            b          | email   | e1         | true
            c          | email   | e1         | true
            a          | loyalty | l1         | true
            d          | loyalty | l1         | true
            """);
    var likely =
        TestSpark.session()
            .sql(
                "select * from values ('b', 'b', 0.9D), ('c', 'b', 0.9D), ('d', 'b', 0.9D)"
                    + " as t(record_key, person_key, probability)");

    Rows.assertRows(
        DecidedPeople.of(
            clusters,
            new DecidedPeople.Ties(identifiers, likely),
            Decisions.of(List.of(different("a", "b")))),
        """
        record_key | founder_key | method  | confidence
        a          | a           | founder | 1.0
        b          | b           | founder | 1.0
        c          | b           | email   | 1.0
        d          | a           | loyalty | 1.0
        """);
  }

  @Test
  void whomADecisionDoesNotReachIsAsLikelyAsBefore() {
    var clusters =
        Rows.of(
            Clusters.TABLE,
            """
            record_key | founder_key | method        | confidence
            a          | a           | founder       | 1.0
            b          | b           | founder       | 1.0
            c          | b           | platform      | 1.0
            d          | b           | probabilistic | 0.9
            e          | b           | probabilistic | 0.9
            """);
    var identifiers =
        Rows.of(
            Identifiers.TABLE,
            """
            record_key | kind     | value_hash | is_linking
            b          | platform | w1         | true
            c          | platform | w1         | true
            d          | email    | e1         | true
            e          | email    | e1         | true
            """);
    var likely =
        TestSpark.session()
            .sql(
                "select * from values ('b', 'b', 0.9D), ('c', 'b', 0.9D), ('d', 'b', 0.9D),"
                    + " ('e', 'b', 0.9D) as t(record_key, person_key, probability)");
    var ties = new DecidedPeople.Ties(identifiers, likely);

    Rows.assertRows(
        DecidedPeople.of(clusters, ties, Decisions.of(List.of(same("a", "d"), same("b", "c")))),
        """
        record_key | founder_key | method        | confidence
        a          | a           | founder       | 1.0
        b          | a           | probabilistic | 0.9
        c          | a           | probabilistic | 0.9
        d          | a           | decided       | 1.0
        e          | a           | email         | 1.0
        """);
  }

  @Test
  void aDecisionDoesNotJoinPeopleOfOneMailboxWhomLikenessToldApart() {
    var clusters =
        Rows.of(
            Clusters.TABLE,
            """
            record_key | founder_key | method  | confidence
            a          | a           | founder | 1.0
            b          | b           | founder | 1.0
            c          | c           | founder | 1.0
            d          | d           | founder | 1.0
            """);
    var identifiers =
        Rows.of(
            Identifiers.TABLE,
            """
            record_key | kind  | value_hash | is_linking
            a          | email | e1         | true
            c          | email | e1         | true
            """);

    Rows.assertRows(
        DecidedPeople.of(
            clusters,
            new DecidedPeople.Ties(identifiers, /* likely= */ null),
            Decisions.of(List.of(same("a", "b"), same("c", "c2"), different("b", "d")))),
        """
        record_key | founder_key
        a          | a
        b          | a
        c          | c
        d          | d
        """);
  }

  @Test
  void theStrongestIdentifierThatIsSharedWithTheRestOfThePersonIsNamed() {
    Nights nights =
        new Nights()
            .deciding(same("a", "d"), different("a", "z"))
            .then(
                """
                record_key | source | email_hash | is_email_verified | loyalty_hash
                a          | s1     | -          | false             | l1
                c          | s2     | e1         | true              | l3
                d          | s3     | e1         | true              | -
                z          | s4     | -          | false             | l9
                """);

    Rows.assertRows(
        nights.links(),
        """
        record_key | master_customer_id | method
        a          | a#0                | founder
        c          | a#0                | email
        d          | a#0                | decided
        z          | z#0                | founder
        """);
  }

  @Test
  void twoSaidToBeOneBySomeAndNotByOthersAreLeftAsTheyAreFound() {
    Nights nights =
        new Nights()
            .deciding(same("a", "c"), same("b", "c"), different("a", "b"))
            .then(
                """
                record_key | loyalty_hash
                a          | l1
                b          | l2
                c          | l3
                """);

    assertThat(nights.people()).isEqualTo(Map.of("a", "a#0", "b", "b#0", "c", "c#0"));
  }

  @Test
  void recordsThatAreGoneNeitherTieNorPart() {
    Nights nights =
        new Nights()
            .deciding(same("a", "gone"), same("gone", "c"), different("x", "y"))
            .then(THREE);

    assertThat(nights.people()).isEqualTo(Map.of("a", "a#0", "b", "a#0", "c", "c#0"));
  }

  @Test
  void decidedPairsLeaveTheQueueAndContradictionsComeIntoIt() {
    Decisions decisions =
        Decisions.of(
            List.of(different("a2", "b"), same("c", "d"), same("d", "e"), different("c", "e")));

    Rows.assertRows(
        ReviewQueue.of(
            TestSpark.session()
                .sql(
                    "select * from values ('a1', 'b', 0.7D, 'likeness'),"
                        + " ('b', 'c', 0.8D, 'likeness'), ('a1', 'a2', 0.6D, 'likeness'),"
                        + " ('a2', 'e', 0.02D, 'identifier')"
                        + " as t(record_key, person_key, probability, reason)"),
            Rows.of(
                IdentityLinks.TABLE,
                """
                record_key | master_customer_id
                a1         | A
                a2         | A
                b          | B
                c          | C
                d          | D
                e          | E
                """),
            decisions),
        """
        record_key | other_record_key | probability | reason
        a2         | e                | 0.02        | identifier
        b          | c                | 0.8         | likeness
        c          | d                | -           | contradiction
        c          | e                | -           | contradiction
        d          | e                | -           | contradiction
        """);
  }

  @Test
  void theLatestDecisionOfAPairStands() {
    List<Decision> standing =
        ReviewDecisions.read(
            Rows.of(
                ReviewDecisions.TABLE,
                """
                record_key | other_record_key | decision  | decided_at
                a          | b                | same      | 2026-01-01 00:00:00
                a          | b                | different | 2026-01-02 00:00:00
                c          | d                | same      | 2026-01-01 00:00:00
                c          | d                | undone    | 2026-01-03 00:00:00
                """));

    assertThat(standing).containsExactly(different("a", "b"));
  }

  private static Decision same(String one, String other) {
    return new Decision(one, other, true);
  }

  private static Decision different(String one, String other) {
    return new Decision(one, other, false);
  }
}
