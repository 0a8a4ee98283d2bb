package io.tributary.models.identity.linkage;

import java.io.Serializable;

/**
 * How probable each likeness is among records of the same person, of related people and of others.
 *
 * <p>Fellegi, I. P., and Sunter, A. B. (1969), A Theory for Record Linkage, with related people as
 * a third class, because records of a household agree in all that it shares.
 */
public final class Model implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double LEAST = 1e-30;
  private static final double LOG_2 = Math.log(2);

  private final double[] shares;
  private final double[][][] probabilities;
  private final double[] priorBits;
  private final double[][][] bits;
  private final double[][][] roots;

  /**
   * A model of given parameters.
   *
   * @param shares how much of all pairs of records is of each relation
   * @param probabilities for each relation, field and code
   */
  public Model(double[] shares, double[][][] probabilities) {
    this.shares = shares.clone();
    this.probabilities = probabilities;
    priorBits = new double[Relation.COUNT];
    bits = new double[Relation.COUNT][][];
    for (int relation = 0; relation < Relation.COUNT; relation++) {
      priorBits[relation] = log2(shares[relation]);
      bits[relation] = bits(probabilities[relation]);
    }
    roots = new double[][][] {roots(bits[0], bits[2]), roots(bits[1], bits[2])};
  }

  private static double[][] roots(double[][] bits, double[][] others) {
    double[][] roots = new double[bits.length][Evidence.CODES];
    for (int field = 0; field < bits.length; field++) {
      for (int code = 0; code < Evidence.CODES; code++) {
        roots[field][code] = exp2((bits[field][code] - others[field][code]) / 2);
      }
    }
    return roots;
  }

  private static double[][] bits(double[][] probabilities) {
    double[][] bits = new double[probabilities.length][Evidence.CODES];
    for (int field = 0; field < bits.length; field++) {
      for (int code = 1; code < Evidence.CODES; code++) {
        bits[field][code] = log2(probabilities[field][code]);
      }
    }
    return bits;
  }

  /** The logarithm to base 2; of nothing that of next to nothing. */
  public static double log2(double probability) {
    return Math.log(Math.max(probability, LEAST)) / LOG_2;
  }

  public int fields() {
    return bits[0].length;
  }

  /** The share of a relation among all pairs of records. */
  public double share(Relation relation) {
    return shares[relation.place()];
  }

  /** How probable a code is among pairs of a relation in which the field is known. */
  public double probability(Relation relation, int field, int code) {
    return probabilities[relation.place()][field][code];
  }

  /** The evidence of a field that two records are of the same person and not of others, in bits. */
  public double weight(int field, int code) {
    return bits[0][field][code] - bits[2][field][code];
  }

  /** The logarithm to base 2 of a relation's share. */
  public double priorBits(Relation relation) {
    return priorBits[relation.place()];
  }

  /**
   * The root of how many times as probable a code is as among others, for the same person (0) and
   * for related people (1).
   */
  public double rootOfRatio(int relation, int field, int code) {
    return roots[relation][field][code];
  }

  /** The probability that two records are of the same person. */
  public double probability(long evidence) {
    return posterior(evidence, Relation.SAME);
  }

  /** The probability that two records are of so related people. */
  public double posterior(long evidence, Relation relation) {
    return posteriors(evidence)[relation.place()];
  }

  /** The probabilities of all relations of two records. */
  double[] posteriors(long evidence) {
    return posteriors(joint(evidence, 0), joint(evidence, 1), joint(evidence, 2));
  }

  private double joint(long evidence, int relation) {
    double sum = priorBits[relation];
    double[][] of = bits[relation];
    long left = evidence;
    for (int field = 0; left != 0; field++) {
      sum += of[field][(int) left & Evidence.CODES - 1];
      left >>>= 4;
    }
    return sum;
  }

  /** The posterior probabilities of the relations from the logarithms of their joint ones. */
  static double[] posteriors(double same, double related, double others) {
    double most = Math.max(same, Math.max(related, others));
    double first = exp2(same - most);
    double second = exp2(related - most);
    double third = exp2(others - most);
    double all = first + second + third;
    return new double[] {first / all, second / all, third / all};
  }

  private static double exp2(double bits) {
    return Math.exp(bits * LOG_2);
  }

  /** The odds, in bits, that two records are of the same person. */
  public double odds(long evidence) {
    return odds(joint(evidence, 0), joint(evidence, 1), joint(evidence, 2));
  }

  /** The odds, in bits, of the same person from the logarithms of the joint probabilities. */
  public static double odds(double same, double related, double others) {
    double most = Math.max(related, others);
    return same - most - log2(exp2(related - most) + exp2(others - most));
  }

  /** The probability of odds in bits. */
  public static double probability(double odds) {
    return 1 / (1 + exp2(-odds));
  }

  /** The odds in bits of a probability. */
  public static double bits(double probability) {
    return log2(probability) - log2(1 - probability);
  }
}
