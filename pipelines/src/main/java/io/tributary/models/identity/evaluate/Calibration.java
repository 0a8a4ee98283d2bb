package io.tributary.models.identity.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities mean what they say.
 *
 * @param bins the tenths of the scale that hold any probability
 */
public record Calibration(List<Bin> bins) {
  private static final int TENTHS = 10;

  /**
   * The probabilities of a tenth of the scale.
   *
   * @param from where the tenth begins
   * @param mean the mean of its probabilities
   * @param right the share of what they were said of that is so
   */
  public record Bin(double from, long count, double mean, double right) {}

  public Calibration {
    bins = List.copyOf(bins);
  }

  /** The calibration of probabilities, each said of something that is so or not. */
  public static Calibration of(double[] probabilities, boolean[] isRight) {
    long[] counts = new long[TENTHS];
    double[] sums = new double[TENTHS];
    long[] rights = new long[TENTHS];
    for (int i = 0; i < probabilities.length; i++) {
      int tenth = Math.min(TENTHS - 1, (int) (probabilities[i] * TENTHS));
      counts[tenth]++;
      sums[tenth] += probabilities[i];
      rights[tenth] += isRight[i] ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      if (counts[tenth] > 0) {
        bins.add(
            new Bin(
                (double) tenth / TENTHS,
                counts[tenth],
                sums[tenth] / counts[tenth],
                (double) rights[tenth] / counts[tenth]));
      }
    }
    return new Calibration(bins);
  }

  /**
   * The expected calibration error (Naeini, Cooper and Hauskrecht 2015): how far probabilities are
   * from shares, bin by bin, each weighing as much as it holds.
   */
  public double expectedError() {
    long all = bins.stream().mapToLong(Bin::count).sum();
    double error = 0;
    for (Bin bin : bins) {
      error += (double) bin.count() / all * Math.abs(bin.mean() - bin.right());
    }
    return error;
  }
}
