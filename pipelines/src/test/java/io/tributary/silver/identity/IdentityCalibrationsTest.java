package io.tributary.silver.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.models.identity.compare.Kind;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityCalibrationsTest {
  private static final int PROFILES = 100;

  @TempDir private Path folder;
  private IdentityHouse house;

  @BeforeEach
  void open() {
    house = new IdentityHouse(folder);
  }

  @Test
  void decisionsCorrectProbabilitiesUntilATenthMoreAreMade() {
    night(decided(0, "different", 0));
    double before = confidence();
    night(decided(20, "different", 0));
    double after = confidence();
    night(decided(21, "different", 0));
    night(decided(22, "same", 0));

    Rows.assertRows(
        house.table(IdentityCalibrations.TABLE),
        """
        run | model_run | decisions_made | decisions_used | confirmed | reason
        1   | 1         | 0              | 0              | -         | There was none
        2   | 1         | 20             | 20             | 0.0       | Decisions grew from 0 to 20
        4   | 1         | 22             | 22             | 1.0       | Decisions grew from 20 to 22
        """);
    assertThat(after).isLessThan(before);
    assertThat(confidence()).isGreaterThan(after);
  }

  @Test
  void decisionsThatProbabilityDidNotAskForSayNothingOfIt() {
    night(decided(0, "different", 0));
    double before = confidence();

    night(decided(10, "different", 10));

    Rows.assertRows(
        house.table(IdentityCalibrations.TABLE),
        """
        run | decisions_made | decisions_used | expected | curve
        1   | 0              | 0              | -        | {"model":[],"calibrated":[]}
        2   | 10             | 0              | -        | {"model":[],"calibrated":[]}
        """);
    assertThat(confidence()).isEqualTo(before);
  }

  @Test
  void theReliabilityTableTellsWhatWasDecided() {
    night(decided(12, "same", 0));

    long decided =
        house.table(MatchConfidence.TABLE).collectAsList().stream()
            .mapToLong(row -> row.getLong(row.fieldIndex(MatchConfidence.DECIDED.name())))
            .sum();
    assertThat(decided).isEqualTo(12);
  }

  private void night(String decisions) {
    house.night(
        Neighbourhood.customerRecord(PROFILES),
        Neighbourhood.contactPoints(PROFILES),
        decisions,
        Neighbourhood.spec(Kind.NUMBER));
  }

  /** Decisions on the first people, some of whom nobody was asked about. */
  private static String decided(int pairs, String decision, int unasked) {
    return IntStream.range(0, pairs)
        .mapToObj(
            place ->
                "%s | %s | %s | %s"
                    .formatted(
                        Neighbourhood.key(2 * place),
                        Neighbourhood.key(2 * place + 1),
                        decision,
                        place < unasked ? "-" : "0.9"))
        .collect(
            Collectors.joining(
                "\n", "record_key | other_record_key | decision | probability\n", ""));
  }

  /** How sure it is, on average, that the last people are who they are. */
  private double confidence() {
    return house
        .table(IdentityLinks.TABLE)
        .filter("method = 'probabilistic' and record_key >= 'r060'")
        .agg(org.apache.spark.sql.functions.avg(IdentityLinks.CONFIDENCE.col()))
        .head()
        .getDouble(0);
  }
}
