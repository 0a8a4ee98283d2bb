package io.tributary.silver.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ComparedGroupsTest {
  private final Dataset<Row> people =
      Rows.of(
          MatchState.PEOPLE,
          """
          record_key | person_key | probability | is_member | component | reason   | fingerprint
          a          | a          | 0.95        | true      | 1         | -        | 7
          b          | a          | 0.95        | true      | 1         | -        | 7
          c          | c          | 1.0         | true      | 1         | -        | 7
          d          | d          | 1.0         | true      | 1         | -        | 7
          e          | e          | 1.0         | true      | 2         | -        | 8
          a          | c          | 0.61        | false     | 1         | likeness | 7
          """);

  @Test
  void twoRecordsAreComparedWithAllOfTheirs() {
    assertThat(ComparedGroups.of(people, "b", "c")).contains(new ComparedGroups(3, 0.61));
    assertThat(ComparedGroups.of(people, "d", "b")).contains(new ComparedGroups(3, null));
  }

  @Test
  void recordsThatDoNotHangTogetherAreNotCompared() {
    assertThat(ComparedGroups.of(people, "b", "e")).isEmpty();
    assertThat(ComparedGroups.of(people, "b", "f")).isEmpty();
  }
}
