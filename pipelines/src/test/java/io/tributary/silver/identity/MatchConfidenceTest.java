package io.tributary.silver.identity;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.silver.identity.match.Matched;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MatchConfidenceTest {
  private static final String LINKS =
      """
      record_key | master_customer_id | method        | confidence
      a          | A                  | founder       | 1.0
      b          | A                  | probabilistic | 0.93
      c          | A                  | probabilistic | 0.91
      d          | D                  | founder       | 1.0
      e          | E                  | founder       | 1.0
      f          | F                  | founder       | 1.0
      g          | G                  | founder       | 1.0
      h          | G                  | loyalty       | 1.0
      """;

  private static final String IDENTIFIERS =
      """
      record_key | kind    | value_hash
      a          | loyalty | l1
      b          | loyalty | l1
      c          | loyalty | l2
      d          | loyalty | l3
      f          | phone   | l3
      """;

  private static final String DECISIONS =
      """
      record_key | other_record_key | decision  | probability
      x          | y                | different | 0.61
      v          | w                | same      | -
      """;

  @Test
  void eachThresholdSaysWhatItWouldJoinAndHowOftenTiesLikeItsAreRight() {
    Matched matched =
        new Matched(
            pairs("('a', 'a', 0.99D), ('b', 'a', 0.93D), ('c', 'a', 0.91D)"),
            pairs("('d', 'e', 0.62D), ('d', 'f', 0.65D)"));
    Rows.assertRows(
        TestSpark.session()
            .createDataFrame(
                MatchConfidence.of(inputs(matched), 0.82), MatchConfidence.TABLE.schema()),
        """
        threshold | is_chosen | resolved | share_resolved | share_unresolved | ties | expected | known | confirmed
        0.5       | false     | 8        | 1.0            | 0.0              | 0    | -        | 0     | -
        0.6       | false     | 8        | 1.0            | 0.0              | 3    | 0.6267   | 1     | 0.0
        0.7       | false     | 5        | 0.625          | 0.375            | 0    | -        | 0     | -
        0.82      | true      | 5        | 0.625          | 0.375            | 0    | -        | 0     | -
        0.9       | false     | 5        | 0.625          | 0.375            | 2    | 0.92     | 2     | 0.5
        0.95      | false     | 2        | 0.25           | 0.75             | 0    | -        | 0     | -
        0.99      | false     | 2        | 0.25           | 0.75             | 0    | -        | 0     | -
        """);
  }

  private static MatchConfidence.Inputs inputs(Matched matched) {
    return new MatchConfidence.Inputs(
        matched,
        Rows.of(IdentityLinks.TABLE, LINKS),
        Rows.of(Identifiers.TABLE, IDENTIFIERS),
        Rows.of(ReviewDecisions.TABLE, DECISIONS));
  }

  private static Dataset<Row> pairs(String values) {
    return TestSpark.session()
        .sql("select * from values " + values + " as t(record_key, person_key, probability)");
  }
}
