package io.tributary.silver.identity;

import io.tributary.models.identity.UnionFind;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * On what the links of people rest: each person is made of halves, or more parts, in which
 * identifiers and decisions tie the profiles, and likeness alone unites one part with another.
 */
final class Halves {
  private static final double CERTAIN = 1.0;

  private final String[] keys;
  private final UnionFind proven;
  private final double[] least;

  /**
   * The halves of profiles, which are known by their place among the keys.
   *
   * @param proven whom identifiers and decisions tie
   * @param likely for each profile the probability of the least sure union that it is part of
   */
  Halves(String[] keys, UnionFind proven, double[] likely) {
    this.keys = keys;
    this.proven = proven;
    least = new double[keys.length];
    Arrays.fill(least, CERTAIN);
    for (int profile = 0; profile < keys.length; profile++) {
      int half = proven.smallest(profile);
      least[half] = Math.min(least[half], likely[profile]);
    }
  }

  /** For each of so many profiles that nothing is doubtful yet. */
  static double[] certain(int profiles) {
    double[] likely = new double[profiles];
    Arrays.fill(likely, CERTAIN);
    return likely;
  }

  /**
   * The link of a profile, as {@link Clusters} lists it.
   *
   * @param proof the method where the profile is of the founder's half
   */
  Row link(int profile, int founder, String proof) {
    if (profile == founder) {
      return row(profile, founder, Clusters.FOUNDER, CERTAIN);
    }
    int half = proven.smallest(profile);
    return half == proven.smallest(founder)
        ? row(profile, founder, proof, CERTAIN)
        : row(profile, founder, IdentifierKind.PROBABILISTIC.text(), least[half]);
  }

  private Row row(int profile, int founder, String method, double confidence) {
    return RowFactory.create(keys[profile], keys[founder], method, confidence);
  }
}
