package io.tributary.models.identity.calibration;

import io.tributary.models.identity.linkage.Model;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Odds as people's decisions correct those of a model; both in bits, and the more of the one the
 * more of the other.
 *
 * @param model the odds of the model at which the correction is known
 * @param calibrated the corrected ones
 */
public record CalibrationMap(List<Double> model, List<Double> calibrated) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** So many decisions, all as the model has it, each bit of the scale counts for beforehand. */
  private static final double PRIOR = 20;

  private static final Comparator<LabelledOdds> ORDER =
      Comparator.comparingDouble(LabelledOdds::bits).thenComparing(LabelledOdds::isSame);
  private static final int LEAST = -8;
  private static final int MOST = 24;

  /** Takes a model at its word. */
  public static final CalibrationMap NONE = new CalibrationMap(List.of(), List.of());

  public CalibrationMap {
    model = List.copyOf(model);
    calibrated = List.copyOf(calibrated);
  }

  /**
   * The correction that decisions ask for: isotonic regression of what was decided on the odds,
   * shrunk to the model where decisions are few, and straight lines between the centres of its
   * blocks (Oron, A. P., and Flournoy, N. (2017), Centered Isotonic Regression).
   *
   * <p>Whom somebody is asked about depends on the odds, so most decisions are of middling ones.
   * Given the odds the fit is the most likely one however many of each were drawn, so that none has
   * to be weighed; they must not have been drawn for what is true of them.
   */
  public static CalibrationMap of(List<LabelledOdds> decided) {
    if (decided.isEmpty()) {
      return NONE;
    }
    int cells = MOST - LEAST;
    double[] counts = new double[cells];
    double[] sums = new double[cells];
    double[] same = new double[cells];
    // Sums of the same numbers in another order are not quite the same.
    for (LabelledOdds pair : decided.stream().sorted(ORDER).toList()) {
      double bits = Math.max(LEAST, Math.min(MOST, pair.bits()));
      int cell = Math.min(cells - 1, (int) (bits - LEAST));
      counts[cell]++;
      sums[cell] += bits;
      same[cell] += pair.isSame() ? 1 : 0;
    }
    List<IsotonicRegression.Block> observed =
        IntStream.range(0, cells)
            .mapToObj(cell -> shrunk(LEAST + cell + 0.5, counts[cell], sums[cell], same[cell]))
            .toList();
    List<Double> model = new ArrayList<>();
    List<Double> calibrated = new ArrayList<>();
    for (IsotonicRegression.Block block : IsotonicRegression.blocks(observed)) {
      model.add(rounded(block.at()));
      calibrated.add(rounded(Model.bits(block.value())));
    }
    return new CalibrationMap(model, calibrated);
  }

  private static IsotonicRegression.Block shrunk(
      double centre, double count, double sum, double same) {
    double weight = PRIOR + count;
    double said = Model.probability(centre);
    return new IsotonicRegression.Block(
        (PRIOR * centre + sum) / weight, (PRIOR * said + same) / weight, weight);
  }

  /** A correction is kept as text and must read the same. */
  private static double rounded(double bits) {
    return Math.round(bits * 1e9) / 1e9;
  }

  /** The corrected odds. */
  public double calibrated(double bits) {
    return mapped(bits, model, calibrated);
  }

  /** The probability that the model's odds stand for. */
  public double probability(double bits) {
    return Model.probability(calibrated(bits));
  }

  /** The odds of the model that are corrected to these. */
  public double model(double bits) {
    return mapped(bits, calibrated, model);
  }

  /** Beyond what is known the correction is that of the nearest odds that are. */
  private static double mapped(double bits, List<Double> from, List<Double> to) {
    int last = from.size() - 1;
    if (last < 0 || Double.isInfinite(bits)) {
      return bits;
    }
    if (bits <= from.get(0)) {
      return bits + to.get(0) - from.get(0);
    }
    if (bits >= from.get(last)) {
      return bits + to.get(last) - from.get(last);
    }
    int next = 1;
    while (from.get(next) < bits) {
      next++;
    }
    double share = (bits - from.get(next - 1)) / (from.get(next) - from.get(next - 1));
    return to.get(next - 1) + share * (to.get(next) - to.get(next - 1));
  }
}
