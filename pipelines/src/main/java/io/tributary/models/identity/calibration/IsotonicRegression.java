package io.tributary.models.identity.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * The monotone fit of weighted observations of least squared error, which for shares is the most
 * likely one too: Ayer, M., Brunk, H. D., Ewing, G. M., Reid, W. T., and Silverman, E. (1955), An
 * Empirical Distribution Function for Sampling with Incomplete Information; Barlow, R. E.,
 * Bartholomew, D. J., Bremner, J. M., and Brunk, H. D. (1972), Statistical Inference under Order
 * Restrictions.
 */
final class IsotonicRegression {
  private IsotonicRegression() {}

  /**
   * Neighbouring observations that are fitted by one mean.
   *
   * @param at the weighted mean of where they were observed
   * @param value the weighted mean of what was observed
   */
  record Block(double at, double value, double weight) {
    private Block with(Block next) {
      double all = weight + next.weight;
      return new Block(
          (at * weight + next.at * next.weight) / all,
          (value * weight + next.value * next.weight) / all,
          all);
    }
  }

  /**
   * Pools adjacent violators: the means of the blocks rise strictly.
   *
   * @param observations in the order in which the fit is to rise
   */
  static List<Block> blocks(List<Block> observations) {
    List<Block> blocks = new ArrayList<>(observations.size());
    for (Block observation : observations) {
      Block pooled = observation;
      while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).value() >= pooled.value()) {
        pooled = blocks.remove(blocks.size() - 1).with(pooled);
      }
      blocks.add(pooled);
    }
    return blocks;
  }
}
