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
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private final double[] shares;
  private final double[][][] probabilities;
  private final double[] priorBits;
  private final double[][][] bits;
  private final double[][][] roots;

  /** By field how many pairs of people differ in it alone, to one pair of the same person. */
  private final double[] closest;

  /** By field the bits by which people who differ in it alone are likelier than one who does. */
  private final double[] closestBits;

  /**
   * A model of given parameters.
   *
   * @param shares how much of all pairs of records is of each relation
   * @param probabilities for each relation, field and code
   */
  public Model(double[] shares, double[][][] probabilities) {
    this(shares, probabilities, new double[probabilities[0].length]);
  }

  /**
   * A model that knows of people who have all in common but one field, as twins have all but a
   * given name.
   *
   * @param closest by field how many pairs there are of those who differ in it alone, to one pair
   *     of the same person
   */
  public Model(double[] shares, double[][][] probabilities, double[] closest) {
    this.shares = shares.clone();
    this.probabilities = probabilities;
    priorBits = new double[Relation.COUNT];
    bits = new double[Relation.COUNT][][];
    for (int relation = 0; relation < Relation.COUNT; relation++) {
      priorBits[relation] = log2(shares[relation]);
      bits[relation] = bits(probabilities[relation]);
    }
    roots = new double[][][] {roots(bits[0], bits[2]), roots(bits[1], bits[2])};
    this.closest = closest.clone();
    closestBits = new double[closest.length];
    for (int field = 0; field < closest.length; field++) {
      closestBits[field] =
          closest[field] == 0 ? NEVER : log2(closest[field]) - bits[0][field][Evidence.LEAST];
    }
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
    double same = joint(evidence, 0);
    return posteriors(same, related(evidence, same), joint(evidence, 2));
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

  /** Of related people, those who differ in one field alone included. */
  private double related(long evidence, double same) {
    return either(joint(evidence, 1), same + closestBits(evidence));
  }

  /** The bits by which people who differ in one field alone are likelier than one person. */
  double closestBits(long evidence) {
    double bits = NEVER;
    for (int field = 0; field < closest.length; field++) {
      if (closest[field] > 0 && Evidence.code(evidence, field) == Evidence.LEAST) {
        bits = either(bits, closestBits[field]);
      }
    }
    return bits;
  }

  /**
   * The bits by which two people who differ in a field and have all else in common are likelier
   * than one person who differs in it.
   */
  public double closestBits(int field) {
    return closestBits[field];
  }

  /** How many pairs of people differ in a field alone, to one pair of the same person. */
  public double closest(int field) {
    return closest[field];
  }

  /** The logarithm to base 2 of a sum from those of its parts. */
  public static double either(double one, double other) {
    double most = Math.max(one, other);
    double least = Math.min(one, other);
    return least == NEVER ? most : most + log2(1 + exp2(least - most));
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
    double same = joint(evidence, 0);
    return odds(same, related(evidence, same), joint(evidence, 2));
  }

  /** The odds, in bits, of the same person from the logarithms of the joint probabilities. */
  public static double odds(double same, double related, double others) {
    return same - either(related, others);
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
