package io.tributary.silver.identity;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.silver.CustomerRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static final Dataset<Row> FOUR = Rows.of(CustomerRecord.TABLE, "record_key\na\nb\nc\nd");

  @Test
  void whomOnlyLikenessTiesToTheFounderIsSaidToBeLikelyWhateverIdentifiersSayBesides() {
    Rows.assertRows(
        Clusters.of(
            FOUR,
            carried("b | platform | w1 | true\nc | platform | w1 | true"),
            likely("('a', 'a', .85D, 1L), ('b', 'a', .85D, 1L), ('c', 'a', .85D, 1L)")),
        """
        record_key | founder_key | method        | confidence
        a          | a           | founder       | 1.0
        b          | a           | probabilistic | 0.85
        c          | a           | probabilistic | 0.85
        d          | d           | founder       | 1.0
        """);
  }

  @Test
  void whomAnIdentifierTiesToTheFounderIsSureThoughOthersAreLikely() {
    Rows.assertRows(
        Clusters.of(
            FOUR,
            carried("a | loyalty | l1 | true\nb | loyalty | l1 | true"),
            likely("('a', 'a', .9D, 1L), ('b', 'a', .9D, 1L), ('c', 'a', .9D, 1L)")),
        """
        record_key | founder_key | method        | confidence
        a          | a           | founder       | 1.0
        b          | a           | loyalty       | 1.0
        c          | a           | probabilistic | 0.9
        d          | d           | founder       | 1.0
        """);
  }

  @Test
  void aSureTieToALikelyProfileIsNoSurerThanThatProfile() {
    Rows.assertRows(
        Clusters.of(
            FOUR,
            carried("b | email | e1 | true\nc | email | e1 | true\nd | email | e1 | true"),
            likely("('a', 'a', .85D, 1L), ('b', 'a', .85D, 1L), ('c', 'c', 1D, 3L)")),
        """
        record_key | founder_key | method        | confidence
        a          | a           | founder       | 1.0
        b          | a           | probabilistic | 0.85
        c          | a           | probabilistic | 0.85
        d          | a           | probabilistic | 0.85
        """);
  }

  private static Dataset<Row> carried(String rows) {
    return Rows.of(Identifiers.TABLE, "record_key | kind | value_hash | is_linking\n" + rows);
  }

  private static Dataset<Row> likely(String rows) {
    return TestSpark.session()
        .sql(
            "select * from values "
                + rows
                + " as t(record_key, person_key, probability, component)");
  }
}
