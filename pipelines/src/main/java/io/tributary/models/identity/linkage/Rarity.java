package io.tributary.models.identity.linkage;

import io.tributary.models.identity.Hash;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * How common the values of a field are, in bands: that two records share a rare value says more
 * than that they share a common one.
 *
 * <p>Winkler, W. E. (2000), Frequency-Based Matching in the Fellegi-Sunter Model of Record Linkage.
 * Bands in place of single values let a score be looked up.
 */
public final class Rarity implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Values commoner by this factor belong to the next band, unless there are too few bands. */
  private static final double STEP = 2.5;

  /** A value met once may be met again: added to what chance says of it. */
  private static final double UNSEEN = 0.1;

  private final Map<Long, Integer> bands;
  private final double[] share;
  private final double[] chance;

  private Rarity(Map<Long, Integer> bands, double[] share, double[] chance) {
    this.bands = bands;
    this.share = share;
    this.chance = chance;
  }

  /** For fields whose values nobody counted: how often others share one is seen on pairs. */
  public static final Rarity UNKNOWN =
      new Rarity(Map.of(), new double[] {1}, new double[] {Double.NaN});

  /**
   * The same in plain numbers.
   *
   * @param bands of the values that are not rare, by their hashes
   * @param shares of the records whose value is of each band
   * @param chances that two records of different people share a value of each band
   */
  public record Known(Map<Long, Integer> bands, List<Double> shares, List<Double> chances) {
    public Rarity rarity() {
      return new Rarity(new HashMap<>(bands), numbers(shares), numbers(chances));
    }

    private static double[] numbers(List<Double> of) {
      return of.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  public Known known() {
    return new Known(
        new TreeMap<>(bands),
        DoubleStream.of(share).boxed().toList(),
        DoubleStream.of(chance).boxed().toList());
  }

  /** What is known of the values of a field. */
  public static final class Census {
    private final Map<String, Long> common = new TreeMap<>();
    private final TreeMap<Long, Long> values = new TreeMap<>();

    /** Counts a value by name. */
    public void add(String value, long count) {
      common.put(value, count);
      addUnnamed(count, 1);
    }

    /** Counts values that were met so many times each, and are too rare to be named. */
    public void addUnnamed(long count, long howMany) {
      values.merge(count, howMany, Long::sum);
    }

    public boolean isEmpty() {
      return values.isEmpty();
    }
  }

  /** Divides the values of a census into so many bands at most. */
  public static Rarity of(Census census, int most) {
    if (census.isEmpty()) {
      return UNKNOWN;
    }
    double all = 0;
    for (Map.Entry<Long, Long> entry : census.values.entrySet()) {
      all += entry.getKey() * (double) entry.getValue();
    }
    long rarest = census.common.values().stream().mapToLong(count -> count).min().orElse(1);
    double range = Math.log(census.values.lastKey() / (double) rarest);
    int bands = Math.max(1, Math.min(most, 1 + (int) Math.ceil(range / Math.log(STEP))));
    double step = bands == 1 ? 1 : Math.max(Math.log(STEP), range / (bands - 1));
    double[] share = new double[bands];
    double[] chance = new double[bands];
    for (Map.Entry<Long, Long> entry : census.values.entrySet()) {
      int band = band(entry.getKey(), rarest, step, bands);
      double count = entry.getKey();
      share[band] += entry.getValue() * count / all;
      chance[band] += entry.getValue() * count * (count - 1 + UNSEEN) / all / all;
    }
    Map<Long, Integer> named = new HashMap<>();
    census.common.forEach(
        (value, count) -> named.put(Hash.of(value), band(count, rarest, step, bands)));
    named.values().removeIf(band -> band == 0);
    return new Rarity(named, share, chance);
  }

  private static int band(long count, long rarest, double step, int bands) {
    if (count <= rarest) {
      return 0;
    }
    return Math.min(bands - 1, (int) (Math.log(count / (double) rarest) / step));
  }

  /** The band of a value, 0 for rare ones. */
  public int band(String value) {
    return bands.isEmpty() ? 0 : bands.getOrDefault(Hash.of(value), 0);
  }

  public int bands() {
    return share.length;
  }

  boolean isKnown() {
    return !Double.isNaN(chance[0]);
  }

  /** The share of records whose value is of a band. */
  double share(int band) {
    return share[band];
  }

  /** How often two records of different people share a value of a band. */
  double chance(int band) {
    return chance[band];
  }
}
