package io.tributary.models.identity.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void countsPairsAndRecords() {
    // Four pairs are true (a: 3, b: 1), four are found (x: 3, z: 1), and one is both.
    Agreement agreement =
        Agreement.of(List.of("a", "a", "a", "b", "b"), List.of("x", "x", "z", "x", "z"));

    assertThat(agreement.precision()).isEqualTo(0.25);
    assertThat(agreement.recall()).isEqualTo(0.25);
    assertThat(agreement.f1()).isEqualTo(0.25);
    assertThat(agreement.cubedPrecision()).isCloseTo(8 / 15.0, within(1e-12));
    assertThat(agreement.cubedRecall()).isCloseTo(8 / 15.0, within(1e-12));
  }

  @Test
  void recordsThatStandAloneAreRightOnceFound() {
    Agreement agreement = Agreement.of(List.of("a", "b"), List.of("1", "2"));

    assertThat(agreement.precision()).isOne();
    assertThat(agreement.recall()).isOne();
    assertThat(agreement.cubedF1()).isOne();
  }
}
