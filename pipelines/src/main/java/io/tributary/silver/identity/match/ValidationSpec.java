package io.tributary.silver.identity.match;

import java.util.Map;
import java.util.TreeMap;

/**
 * What must hold of the people that were found, and what happens when it does not.
 *
 * @param matchRate the least share of a brand's profiles that belong to people whom two sources
 *     know
 * @param brands the same for single brands
 * @param onBreach whether a night stops, holds a brand back or only tells
 * @param largest how many profiles one person may have
 * @param growth how many times as many as the largest person of the night before
 * @param moved the greatest share of profiles that may pass from one person to another, both of
 *     whom live on
 * @param precision the least precision of likely links that a sample of them must show
 */
public record ValidationSpec(
    Double matchRate,
    Map<String, Double> brands,
    OnBreach onBreach,
    Integer largest,
    Double growth,
    Double moved,
    Double precision) {

  /** What an operator may ask for. */
  public enum OnBreach {
    /** The night goes on, with an alert. */
    ALERT,
    /**
     * The night goes on, with an alert; of a brand whose match rate is too low readers see gold as
     * of the last good night. What is not of one brand stops the night.
     */
    HOLD,
    /** The people of the night before stand, and what is made from them waits. */
    STOP
  }

  public static final ValidationSpec STANDARD =
      new ValidationSpec(null, null, null, null, null, null, null);

  public ValidationSpec {
    matchRate = share("match_rate", matchRate, 0.78);
    brands = brands == null ? Map.of() : new TreeMap<>(brands);
    brands.forEach((brand, rate) -> share("brands: " + brand, rate, 0));
    onBreach = onBreach == null ? OnBreach.STOP : onBreach;
    largest = largest == null ? 300 : largest;
    growth = growth == null ? 2.0 : growth;
    moved = share("moved", moved, 0.01);
    precision = share("precision", precision, 0.98);
    if (largest < 2 || growth < 1) {
      throw new IllegalArgumentException(
          "validation: found largest: %d, growth: %s; allowed are 2 and more, and 1 and more"
              .formatted(largest, growth));
    }
  }

  private static double share(String key, Double given, double standard) {
    if (given == null) {
      return standard;
    }
    if (!(given >= 0 && given <= 1)) {
      throw new IllegalArgumentException(
          "validation: %s: found %s; allowed are 0 to 1, 0.78 for 78 %%".formatted(key, given));
    }
    return given;
  }

  /** The least match rate of a brand. */
  public double floor(String brand) {
    return brand == null ? matchRate : brands.getOrDefault(brand, matchRate);
  }
}
