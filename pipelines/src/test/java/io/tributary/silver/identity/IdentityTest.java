package io.tributary.silver.identity;

import io.tributary.Rows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class IdentityTest {
  @Test
  void profilesThatShareALinkingValueAreOnePersonAlsoThroughOthers() {
    var nights =
        new Nights()
            .then(
                """
                record_key | email_hash | is_email_verified | loyalty_hash | platform_hashes
                a          | e1         | true              | -            | []
                b          | e1         | true              | l1           | [w1]
                c          | -          | false             | l1           | []
                d          | -          | false             | -            | [w1]
                x          | e9         | true              | -            | []
                """);

    Rows.assertRows(
        nights.links(),
        """
        record_key | master_customer_id | method   | confidence
        a          | a#0                | founder  | 1.0
        b          | a#0                | loyalty  | 1.0
        c          | a#0                | loyalty  | 1.0
        d          | a#0                | platform | 1.0
        x          | x#0                | founder  | 1.0
        """);
    Rows.assertRows(
        nights.events(),
        """
        event_date | event   | master_customer_id | heir_id | founding_key | run
        2026-01-01 | created | a#0                | -       | a            | 1
        2026-01-01 | created | x#0                | -       | x            | 1
        """);
  }

  @Test
  void unverifiedAddressesPhonesAndEqualValuesOfAnotherKindMergeNobody() {
    var nights =
        new Nights()
            .then(
                """
                record_key | email_hash | is_email_verified | phone_hash | loyalty_hash | platform_hashes
                a          | e1         | true              | p1         | -            | [77]
                b          | e1         | false             | p1         | 77           | []
                """);

    Rows.assertRows(nights.links(), "record_key | master_customer_id\na | a#0\nb | b#0");
  }

  @Test
  void theTabletOfAStoreMergesNobody() {
    var customers = new StringBuilder("record_key | account | email_hash | is_email_verified\n");
    var expected = new StringBuilder("record_key | master_customer_id | method\n");
    for (int customer = 100; customer < 150; customer++) {
      customers.append("k%d | till | tablet | true\n".formatted(customer));
      expected.append("k%d | k%d#0 | founder\n".formatted(customer, customer));
    }

    var nights = new Nights().then(customers.toString());

    Rows.assertRows(nights.links(), expected.toString());
  }

  @Test
  void aNightWithNothingNewChangesNothing() {
    String customers = "record_key | loyalty_hash\na | l1\nb | l1\nc | l2";
    var nights = new Nights().then(customers);
    var links = nights.links();

    nights.then(customers);

    Rows.assertRows(nights.events(), "event | master_customer_id");
    Rows.assertRows(nights.links(), drawn(links));
  }

  @Test
  void anEarlierProfileJoinsAPersonWithoutChangingTheId() {
    var nights =
        new Nights()
            .then("record_key | loyalty_hash\nb | l1\nc | l1")
            .then("record_key | loyalty_hash\na | l1\nb | l1\nc | l1");

    Rows.assertRows(
        nights.links(),
        """
        record_key | master_customer_id | method
        a          | b#0                | founder
        b          | b#0                | loyalty
        c          | b#0                | loyalty
        """);
    Rows.assertRows(nights.events(), "event | master_customer_id");
  }

  @Test
  void twoWhoTurnOutToBeOneMergeAndAnUnmergeRevivesTheOther() {
    String apart = "record_key | loyalty_hash\na | l1\nb | l2\nc | l2";
    String together = "record_key | loyalty_hash\na | l2\nb | l2\nc | l2";
    var nights = new Nights().then(apart).then(together);

    Rows.assertRows(nights.links(), "record_key | master_customer_id\na | b#0\nb | b#0\nc | b#0");
    Rows.assertRows(
        nights.events(),
        """
        event  | master_customer_id | heir_id | reason
        merged | a#0                | b#0     | 1 profile became one person with those of the heir
        """);

    nights.then(apart);

    Rows.assertRows(nights.links(), "record_key | master_customer_id\na | a#0\nb | b#0\nc | b#0");
    Rows.assertRows(nights.events(), "event | master_customer_id | heir_id\nrevived | a#0 | b#0");
  }

  @Test
  void theLargerPartKeepsTheIdAndTheOtherIsSplitFromIt() {
    var nights =
        new Nights()
            .then("record_key | loyalty_hash\na | l1\nb | l1\nc | l1")
            .then("record_key | loyalty_hash\na | l9\nb | l1\nc | l1");

    Rows.assertRows(nights.links(), "record_key | master_customer_id\na | a#1\nb | a#0\nc | a#0");
    Rows.assertRows(
        nights.events(),
        """
        event | master_customer_id | heir_id | founding_key | reason
        split | a#1                | a#0     | a            | 1 profile parted from another person
        """);
  }

  @Test
  void profilesThatPassFromOneToAnotherAreToldOfWhereBothLiveOn() {
    var nights =
        new Nights()
            .then("record_key | loyalty_hash\na | l1\nb | l1\nc | l1\nd | l2\ne | l3")
            .then("record_key | loyalty_hash\na | l1\nb | l2\nc | l3\nd | l2\ne | l3");

    Rows.assertRows(
        nights.links(),
        "record_key | master_customer_id\na | a#0\nb | d#0\nc | e#0\nd | d#0\ne | e#0");
    Rows.assertRows(
        nights.events(),
        """
        event | master_customer_id | heir_id | founding_key | reason
        moved | a#0                | d#0     | -            | 1 profile passed to another person
        moved | a#0                | e#0     | -            | 1 profile passed to another person
        """);
  }

  @Test
  void aProfileThatGoesLosesItsLinkAndIsTheSamePersonWhenItReturns() {
    var nights =
        new Nights()
            .then("record_key | loyalty_hash\na | l1\nb | l2")
            .then("record_key | loyalty_hash\nb | l2");

    Rows.assertRows(nights.links(), "record_key | master_customer_id\nb | b#0");
    Rows.assertRows(
        nights.events(),
        """
        event | master_customer_id | heir_id | founding_key | reason
        gone  | a#0                | -       | -            | No profile of this person is left
        """);

    nights.then("record_key | loyalty_hash\na | l3\nb | l2");

    Rows.assertRows(nights.links(), "record_key | master_customer_id\na | a#0\nb | b#0");
    Rows.assertRows(nights.events(), "event | master_customer_id | heir_id\nrevived | a#0 | -");
  }

  @Test
  void aFounderWhoReturnsDoesNotTakeTheIdFromWhoHasItNow() {
    var nights =
        new Nights()
            .then("record_key | loyalty_hash\na | l1\nb | l1")
            .then("record_key | loyalty_hash\nb | l1")
            .then("record_key | loyalty_hash\na | l3\nb | l1");

    Rows.assertRows(nights.links(), "record_key | master_customer_id\na | a#1\nb | a#0");
    Rows.assertRows(
        nights.events(),
        """
        event   | master_customer_id | heir_id | reason
        created | a#1                | -       | Its profiles were nobody's before
        """);
  }

  private static String drawn(Dataset<Row> rows) {
    return String.join(" | ", rows.columns()) + "\n" + String.join("\n", Rows.of(rows));
  }
}
