package io.tributary.lake.quality;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a night's number of rows is out of line with the nights before.
 *
 * <p>The modified z-score on logarithms, with the median and the median absolute deviation in place
 * of mean and standard deviation, so that one bad night does not hide the next; beyond 3.5 it is an
 * outlier. Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993. The spread is at least
 * that of counts, 1/sqrt(median), so that small numbers may vary as small numbers do.
 */
final class Volume {
  private static final int NIGHTS = 7;
  private static final double OUTLIER = 3.5;
  private static final double TO_DEVIATION = 1.4826;

  /** Less than half as many again is not worth an alert, however steady the nights were. */
  private static final double NOTABLE = Math.log(1.5);

  private Volume() {}

  /** What is out of line, in words; empty when nothing is or too few nights are known. */
  static Optional<String> anomaly(double rows, List<Double> before) {
    if (before.size() < NIGHTS) {
      return Optional.empty();
    }
    double usual = median(before);
    List<Double> apart = before.stream().map(night -> Math.abs(distance(night, usual))).toList();
    double spread = Math.max(TO_DEVIATION * median(apart), 1 / Math.sqrt(usual + 1));
    double distance = distance(rows, usual);
    if (Math.abs(distance) <= Math.max(NOTABLE, OUTLIER * spread)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%,.0f rows, where %,.0f is usual (median of %d nights)",
            rows,
            usual,
            before.size()));
  }

  private static double distance(double rows, double usual) {
    return Math.log((rows + 1) / (usual + 1));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
