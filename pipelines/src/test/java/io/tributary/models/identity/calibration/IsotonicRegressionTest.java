package io.tributary.models.identity.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tributary.models.identity.calibration.IsotonicRegression.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IsotonicRegressionTest {

  /** The example of scikit-learn's isotonic_regression. */
  @Test
  void fitsAsScikitLearnDocumentsIt() {
    assertThat(fitted(5, 3, 1, 2, 8, 10, 7, 9, 6, 4))
        .containsExactly(
            2.75, 2.75, 2.75, 2.75, 22.0 / 3, 22.0 / 3, 22.0 / 3, 22.0 / 3, 22.0 / 3, 22.0 / 3);
  }

  /** The example of isoreg in R. */
  @Test
  void fitsAsRDocumentsIt() {
    assertThat(fitted(1, 0, 4, 3, 3, 5, 4, 2, 0))
        .containsExactly(.5, .5, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0);
  }

  /** Barlow et al. (1972), equation 1.9: the greatest of least means, over all ranges. */
  @Test
  void isTheMaxMinOfWeightedMeans() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 200; round++) {
      List<Block> observed = new ArrayList<>();
      for (int at = 0; at < 12; at++) {
        observed.add(new Block(at, random.nextInt(5), 1 + random.nextInt(4)));
      }
      List<Double> fitted = values(observed);
      for (int at = 0; at < observed.size(); at++) {
        assertThat(fitted.get(at)).isCloseTo(maxMin(observed, at), within(1e-12));
      }
    }
  }

  private static double maxMin(List<Block> observed, int at) {
    double most = Double.NEGATIVE_INFINITY;
    for (int from = 0; from <= at; from++) {
      double least = Double.POSITIVE_INFINITY;
      double weight = 0;
      double sum = 0;
      for (int to = from; to < observed.size(); to++) {
        weight += observed.get(to).weight();
        sum += observed.get(to).weight() * observed.get(to).value();
        least = to < at ? least : Math.min(least, sum / weight);
      }
      most = Math.max(most, least);
    }
    return most;
  }

  private static List<Double> fitted(double... values) {
    List<Block> observed = new ArrayList<>();
    for (double value : values) {
      observed.add(new Block(observed.size(), value, 1));
    }
    return values(observed);
  }

  /** The fit at each observation, of which a block has as many as it weighs. */
  private static List<Double> values(List<Block> observed) {
    List<Double> fitted = new ArrayList<>();
    double left = 0;
    int block = -1;
    List<Block> blocks = IsotonicRegression.blocks(observed);
    for (Block one : observed) {
      if (left <= 0) {
        block++;
        left = blocks.get(block).weight();
      }
      left -= one.weight();
      fitted.add(blocks.get(block).value());
    }
    return fitted;
  }
}
