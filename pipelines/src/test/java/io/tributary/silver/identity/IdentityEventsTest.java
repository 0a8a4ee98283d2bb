package io.tributary.silver.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class IdentityEventsTest {
  /** A became B and stood again before B became A; C became A for good, but for what went to D. */
  private final Dataset<Row> events =
      Rows.of(
          IdentityEvents.TABLE,
          """
          run | event   | master_customer_id | heir_id
          1   | created | A                  | -
          1   | created | B                  | -
          1   | created | C                  | -
          2   | merged  | A                  | B
          3   | revived | A                  | B
          4   | merged  | B                  | A
          5   | merged  | C                  | A
          5   | moved   | C                  | D
          """);

  @Test
  void whoMergedHasAnHeirUnlessTheIdWasRevivedSince() {
    assertThat(heir("A")).isEmpty();
    assertThat(heir("B")).contains("A");
    assertThat(heir("C")).contains("A");
  }

  @Test
  void nothingEverHappenedToAnIdThatWasNeverGiven() {
    assertThat(IdentityEvents.last(events, "D")).isEmpty();
  }

  private Optional<String> heir(String masterId) {
    return IdentityEvents.last(events, masterId).flatMap(IdentityEvents.Last::heir);
  }
}
