package io.tributary.silver.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.models.identity.calibration.CalibrationMap;
import io.tributary.models.identity.linkage.Model;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.ReviewedPair;
import io.tributary.silver.identity.match.Matched;
import java.util.List;
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

  @Test
  void eachThresholdSaysWhatItWouldJoinAndHowOftenTiesLikeItsAreRight() {
    Matched matched =
        new Matched(
            pairs("('a', 'a', 0.99D), ('b', 'a', 0.93D), ('c', 'a', 0.91D), ('h', 'g', 1D)"),
            pairs("('d', 'e', 0.62D), ('d', 'f', 0.65D)"),
            TestSpark.session()
                .sql(
                    "select * from values (0.93D, true), (0.91D, false), (0.62D, false)"
                        + " as t(probability, is_right)"),
            CalibrationMap.NONE,
            List.of(
                decided(0.61, "x", "y", false),
                decided(0.98, "v", "w", true),
                decided(0.96, "u", "w", false),
                decided(0.2, "s", "t", true)),
            List.of(0.55, 0.59996, 0.82, 0.9999));
    Rows.assertRows(
        TestSpark.session()
            .createDataFrame(
                MatchConfidence.of(inputs(matched), 0.82), MatchConfidence.TABLE.schema()),
        """
        threshold | is_chosen | resolved | share_resolved | share_unresolved | ties | expected | known | confirmed | decided | decided_same | apart
        0.5       | false     | 8        | 1.0            | 0.0              | 0    | -        | 0     | -         | 0       | -            | 1
        0.6       | false     | 8        | 1.0            | 0.0              | 2    | 0.635    | 2     | 0.0       | 1       | 0.0          | 1
        0.7       | false     | 5        | 0.625          | 0.375            | 0    | -        | 0     | -         | 0       | -            | 0
        0.82      | true      | 5        | 0.625          | 0.375            | 0    | -        | 0     | -         | 0       | -            | 1
        0.9       | false     | 5        | 0.625          | 0.375            | 2    | 0.92     | 2     | 0.5       | 0       | -            | 0
        0.95      | false     | 2        | 0.25           | 0.75             | 0    | -        | 2     | 0.5       | 2       | 0.5          | 0
        0.99      | false     | 2        | 0.25           | 0.75             | 0    | -        | 0     | -         | 0       | -            | 1
        """);
  }

  @Test
  void whomAnIdentifierTiesToAnotherIsResolvedWhateverLikenessUnitesThemWith() {
    Dataset<Row> links =
        Rows.of(
            IdentityLinks.TABLE,
            """
            record_key | master_customer_id | method        | confidence
            a          | A                  | founder       | 1.0
            b          | A                  | probabilistic | 0.85
            c          | A                  | probabilistic | 0.85
            """);
    Dataset<Row> identifiers =
        Rows.of(
            Identifiers.TABLE,
            """
            record_key | kind     | value_hash | is_linking
            b          | platform | w1         | true
            c          | platform | w1         | true
            """);
    Dataset<Row> nobody = Matched.doubts(pairs("('x', 'y', 0.6D)")).filter("false");

    assertThat(ResolvedProfiles.of(new ResolvedProfiles.Said(links, identifiers, nobody)).from())
        .containsExactly(3L, 3L, 3L, 3L, 2L, 2L, 2L);
  }

  private static MatchConfidence.Inputs inputs(Matched matched) {
    Dataset<Row> links = Rows.of(IdentityLinks.TABLE, LINKS);
    Dataset<Row> doubts = Matched.doubts(matched.doubtful());
    Dataset<Row> identifiers = Rows.of(Identifiers.TABLE, "record_key");
    return new MatchConfidence.Inputs(
        matched, links, ResolvedProfiles.of(new ResolvedProfiles.Said(links, identifiers, doubts)));
  }

  private static ReviewedPair decided(double said, String one, String other, boolean isSame) {
    return new ReviewedPair(
        new Decision(one, other, isSame), Model.bits(said), /* isTied= */ false);
  }

  private static Dataset<Row> pairs(String values) {
    return TestSpark.session()
        .sql("select * from values " + values + " as t(record_key, person_key, probability)");
  }
}
