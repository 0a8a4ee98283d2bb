package io.tributary.models.identity.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {
  /** Two tenths: .25 said of four of which two are so, .95 of two of which both are. */
  @Test
  void theExpectedErrorWeighsEachTenthByWhatItHolds() {
    Calibration calibration =
        Calibration.of(
            new double[] {.25, .25, .25, .25, .95, .95},
            new boolean[] {true, false, true, false, true, true});

    assertThat(calibration.bins()).hasSize(2);
    assertThat(calibration.expectedError()).isCloseTo(4.0 / 6 * .25 + 2.0 / 6 * .05, within(1e-12));
  }

  @Test
  void aCertainPairFallsIntoTheLastTenth() {
    Calibration calibration = Calibration.of(new double[] {1}, new boolean[] {true});

    assertThat(calibration.bins()).containsExactly(new Calibration.Bin(.9, 1, 1, 1));
    assertThat(Calibration.of(new double[0], new boolean[0]).expectedError()).isZero();
  }

  @Test
  void pairsAreCountedByTheirTwoSources() {
    List<String> truth = List.of("p", "p", "p", "q");
    List<String> found = List.of("1", "1", "2", "2");
    List<String> sources = List.of("crm", "shop", "shop", "crm");

    assertThat(SourcePairs.of(truth, found, sources))
        .containsEntry("crm - shop", new SourcePairs.Counts(2, 2, 1))
        .containsEntry("shop - shop", new SourcePairs.Counts(1, 0, 0))
        .hasSize(2);
  }

  @Test
  void truePairsThatShareNoBlockAreLostBeforeTheyAreScored() {
    BlockingRecall recall =
        BlockingRecall.of(
            List.of("p", "p", "p", "q"),
            List.of(new long[] {1, 5}, new long[] {5, 9}, new long[] {}, new long[] {1}));

    assertThat(recall).isEqualTo(new BlockingRecall(3, 1));
    assertThat(recall.share()).isCloseTo(1.0 / 3, within(1e-12));
  }
}
