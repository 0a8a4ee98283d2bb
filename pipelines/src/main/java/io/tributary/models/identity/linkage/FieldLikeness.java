package io.tributary.models.identity.linkage;

import java.util.Arrays;

/** The parameters of one field while they are learned. */
final class FieldLikeness {
  /** How sure two records of a person agree, expected before any data. */
  private static final double EQUAL_AT_FIRST = 0.8;

  private static final double DIFFERENT_AT_FIRST = 0.08;

  /** How often related people share what is personal: twins a birthday, father and son a name. */
  private static final double PERSONAL_SHARED = 0.02;

  private static final double MOST_PERSONAL_SHARED = 0.1;
  private static final double PERSONAL_BELIEF = 50;
  private static final double OTHERS_BELIEF = 0.5;

  /** How often others echo, of those who agree in what is echoed, whom chance seldom shows. */
  private static final double ECHO = 0.5;

  /**
   * Pairs of people who differ in one such field alone, to one pair of the same person, at least.
   * One person in forty is a twin, twins of two records each have four pairs where each has one of
   * its own, and of one pair of twins in twenty-five both are customers who share a home, a mailbox
   * and a number.
   */
  private static final double CLOSEST = 0.002;

  /** So many pairs that do not live together tell how often one person differs wholly. */
  private static final double ENOUGH_APART = 30;

  private final Schema.Column column;
  private final Rarity rarity;
  private final int exact;

  /** By level, the last for equality. */
  private final double[] same;

  /** By code. */
  private double[] others = new double[Evidence.CODES];

  private double propensity;

  /** Pairs of people who differ in this field alone, to one pair of the same person. */
  private double closest;

  FieldLikeness(Schema.Column column, Rarity rarity) {
    this.column = column;
    this.rarity = rarity;
    exact = column.exact();
    same = expected();
    propensity = column.isPersonal() ? PERSONAL_SHARED : EQUAL_AT_FIRST;
    closest = column.comparison().tellsClosestApart() ? CLOSEST : 0;
  }

  /** Expected before any data: by level, the last for equality. */
  private double[] expected() {
    double[] expected = new double[exact];
    int between = exact - 2;
    expected[exact - 1] =
        EQUAL_AT_FIRST + (between == 0 ? 1 - EQUAL_AT_FIRST - DIFFERENT_AT_FIRST : 0);
    expected[0] = DIFFERENT_AT_FIRST;
    for (int level = 1; level <= between; level++) {
      expected[level] = (1 - EQUAL_AT_FIRST - DIFFERENT_AT_FIRST) / between;
    }
    return expected;
  }

  /** Equality by chance follows from how common the values are; the rest is counted. */
  void measureOthers(double[] counts) {
    double equal = 0;
    double[] chances = new double[Evidence.CODES];
    for (int band = 0; rarity.isKnown() && band < rarity.bands(); band++) {
      chances[exact + band] = Math.max(rarity.chance(band), 1e-9);
      equal += chances[exact + band];
    }
    int counted = rarity.isKnown() ? exact - 1 : exact;
    double all = OTHERS_BELIEF * counted;
    for (int code = 1; code <= counted; code++) {
      all += counts[code];
    }
    for (int code = 1; code <= counted; code++) {
      chances[code] = (1 - equal) * (counts[code] + OTHERS_BELIEF) / all;
    }
    if (column.comparison().echo() >= 0) {
      chances[1 + column.comparison().echo()] = ECHO;
    }
    others = chances;
  }

  void learnSame(double[] counts, double[] apart) {
    double[] prior = expected();
    double whollyBefore = same[0];
    double[] found = levels(counts);
    double all = Training.belief();
    for (double pairs : found) {
      all += pairs;
    }
    for (int level = 0; level < exact; level++) {
      same[level] = (found[level] + Training.belief() * prior[level]) / all;
    }
    if (column.comparison().tellsClosestApart()) {
      shareOut(whollyBefore, mostWholly(levels(apart)));
    }
  }

  /** How often one person differs wholly at most, as pairs that do not live together have it. */
  private double mostWholly(double[] apart) {
    double pairs = Arrays.stream(apart).sum();
    if (pairs >= ENOUGH_APART) {
      return (apart[0] + 1) / pairs;
    }
    double slightly = 0;
    for (int level = 1; level < exact - 1; level++) {
      slightly += same[level];
    }
    return slightly;
  }

  /**
   * Shares those who differ wholly out between one person and two. Nothing in their records tells
   * which, but one person does so no more often where those who live together cannot pass for it.
   */
  private void shareOut(double whollyBefore, double most) {
    double wholly = same[0] * (1 + closest / whollyBefore);
    double excess = Math.max(0, same[0] - most);
    closest = Math.max(CLOSEST, wholly - most);
    same[0] -= excess;
    for (int level = 0; level < exact; level++) {
      same[level] /= 1 - excess;
    }
  }

  private double[] levels(double[] counts) {
    double[] levels = new double[exact];
    for (int code = 1; code < Evidence.CODES; code++) {
      levels[Math.min(code, exact) - 1] += counts[code];
    }
    return levels;
  }

  /** How often related people agree as one person would; in the rest they agree by chance. */
  void learnRelated(double[] counts) {
    double[] asOne = same();
    double belief = column.isPersonal() ? PERSONAL_BELIEF : Training.belief();
    double shared = belief * (column.isPersonal() ? PERSONAL_SHARED : EQUAL_AT_FIRST);
    double all = belief;
    for (int code = 1; code < Evidence.CODES; code++) {
      double common = propensity * asOne[code];
      double chance = (1 - propensity) * others[code];
      shared += common + chance == 0 ? 0 : counts[code] * common / (common + chance);
      all += counts[code];
    }
    double most = column.isPersonal() ? MOST_PERSONAL_SHARED : 0.98;
    propensity = Math.min(most, shared / all);
  }

  double closest() {
    return closest;
  }

  double[] parameters() {
    double[] parameters = new double[exact + 1];
    System.arraycopy(same, 0, parameters, 0, exact);
    parameters[exact] = propensity;
    return parameters;
  }

  /** By code, among records of one person. */
  double[] same() {
    double[] codes = new double[Evidence.CODES];
    System.arraycopy(same, 0, codes, 1, exact - 1);
    for (int band = 0; band < rarity.bands(); band++) {
      codes[exact + band] = same[exact - 1] * rarity.share(band);
    }
    return codes;
  }

  /** By code, among records of others. */
  double[] others() {
    return others.clone();
  }

  /** By code, among records of related people. */
  double[] related() {
    double[] codes = same();
    for (int code = 1; code < codes.length; code++) {
      codes[code] = propensity * codes[code] + (1 - propensity) * others[code];
    }
    return codes;
  }
}
