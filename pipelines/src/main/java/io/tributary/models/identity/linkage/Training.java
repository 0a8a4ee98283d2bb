package io.tributary.models.identity.linkage;

/**
 * Fits a model without labels, by expectation and maximisation over patterns of likeness.
 *
 * <p>Dempster, Laird and Rubin (1977); Winkler (1988), Using the EM Algorithm for Weight
 * Computation in the Fellegi-Sunter Model. Six things differ from the textbook. Likeness among
 * others is measured on random pairs, less those that are the same person. Likeness in a field
 * among the same is learned from pairs that another field brought together, since pairs that this
 * field brought together agree in it by construction; in a personal field, from pairs that agree in
 * another personal one, since relatives agree in neither. Related people agree in a field either as
 * the same person would, with a propensity that is learned, or as others do. Pairs that blocking
 * left apart are counted from those that were sure to meet. And two people may have all but one
 * field in common, of whom nothing is learned but how many they are.
 */
public final class Training {
  private static final int MOST_ROUNDS = 1000;
  private static final double SETTLED = 1e-6;

  /** After so many rounds, likeness among others is known well enough where the rest are few. */
  private static final int ROUNDS_FOR_OTHERS = 6;

  private static final double FEW = 0.02;

  /** Every so many rounds patterns that cannot be of the same person are set aside anew. */
  private static final int ROUNDS_BETWEEN_SORTING = 8;

  /** Shares alone settle soon. */
  private static final int ROUNDS_FOR_SHARES = 20;

  private static final double HOPELESS = 1e-6;

  /** Pairs' worth of belief in the likeness that was expected before any data. */
  private static final double BELIEF = 4;

  /** Records of one person to a record, expected before any data. */
  private static final double SAME_AT_FIRST = 0.3;

  private final TrainingData data;
  private final Likeness likeness;
  private final PatternTable all;
  private final PatternTable random;
  private final Meetings meetings;
  private final double[] shares;
  private PatternTable blocked;

  private Training(TrainingData data) {
    this.data = data;
    all = new PatternTable(data.blocked());
    blocked = all;
    random = new PatternTable(data.random());
    likeness = new Likeness(data);
    meetings = new Meetings(data.schema(), data.ruleFields(), random);
    double records = Math.sqrt(2 * data.allPairs());
    double same = Math.min(0.2, SAME_AT_FIRST * records / data.allPairs());
    double related = likeness.hasRelated() ? same / 4 : 0;
    shares = new double[] {same, related, 1 - same - related};
  }

  /** The model that explains the data best. */
  public static Model fit(TrainingData data) {
    Training training = new Training(data);
    training.likeness.measureOthers(training.random, null);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (training.round(round) < SETTLED) {
        break;
      }
    }
    training.countAll();
    return training.model();
  }

  /**
   * Adds the pairs that never met to the shares. Likeness is learned before: where few fields tell
   * one person from relatives, more relatives would make it say what suits them.
   */
  private void countAll() {
    double[][][] probabilities = likeness.probabilities();
    for (int round = 0; round < ROUNDS_FOR_SHARES; round++) {
      double[][] found = posteriors(model(), all);
      share(
          meetings.pairs(all, found[0], probabilities[0]),
          meetings.pairs(all, found[1], probabilities[1]));
    }
  }

  private Model model() {
    return new Model(shares, likeness.probabilities(), likeness.closest());
  }

  /** Improves all parameters once; returns how much the surest of them moved. */
  private double round(int round) {
    Model model = model();
    double[] before = likeness.parameters();
    double[] sharesBefore = shares.clone();
    if (round % ROUNDS_BETWEEN_SORTING == 0) {
      blocked = all.without(posteriors(model, all)[2], 1 - HOPELESS);
    }
    double[][] found = posteriors(model, blocked);
    if (round < ROUNDS_FOR_OTHERS || shares[2] < 1 - FEW) {
      likeness.measureOthers(random, posteriors(model, random)[2]);
    }
    likeness.learnSame(blocked, found[0]);
    if (likeness.hasRelated()) {
      likeness.learnRelated(blocked, found[1]);
    }
    share(blocked.sum(found[0]), blocked.sum(found[1]));
    double moved = Math.abs(Math.log(shares[0] / sharesBefore[0]));
    double[] after = likeness.parameters();
    for (int i = 0; i < after.length; i++) {
      moved = Math.max(moved, Math.abs(after[i] - before[i]));
    }
    return moved;
  }

  /** Shares all pairs out: so many are of one person, so many of relatives, the rest of others. */
  private void share(double same, double related) {
    shares[0] = share(same);
    shares[1] = likeness.hasRelated() ? share(related) : 0;
    shares[2] = 1 - shares[0] - shares[1];
  }

  private double share(double pairs) {
    return Math.min(0.9, Math.max(pairs, 0.5) / data.allPairs());
  }

  private double[][] posteriors(Model model, PatternTable table) {
    double[][] posteriors = new double[Relation.COUNT][table.size()];
    for (int pattern = 0; pattern < table.size(); pattern++) {
      double[] of = model.posteriors(table.evidence[pattern]);
      // Twins share more than relatives do, who are not to be learned from them.
      of[1] -= of[0] * Math.pow(2, model.closestBits(table.evidence[pattern]));
      if (isParted(table.evidence[pattern])) {
        of[0] = 0;
      }
      for (int relation = 0; relation < of.length; relation++) {
        posteriors[relation][pattern] = of[relation];
      }
    }
    return posteriors;
  }

  private boolean isParted(long evidence) {
    for (int field = 0; field < data.schema().size(); field++) {
      if (data.schema().contradicts(field, Evidence.code(evidence, field))) {
        return true;
      }
    }
    return false;
  }

  static double belief() {
    return BELIEF;
  }
}
