package io.tributary.models.identity.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/** The parameters of all fields while they are learned. */
final class Likeness {
  /** So many pairs tell how the same person differs in a field. */
  private static final double ENOUGH = 100;

  private final TrainingData data;
  private final List<FieldLikeness> fields = new ArrayList<>();
  private final boolean hasRelated;

  Likeness(TrainingData data) {
    this.data = data;
    int personal = 0;
    for (int place = 0; place < data.schema().size(); place++) {
      Schema.Column column = data.schema().columns().get(place);
      fields.add(new FieldLikeness(column, data.rarities().get(place)));
      personal += column.isPersonal() ? 1 : 0;
    }
    hasRelated = personal > 0 && personal < fields.size();
  }

  /** Related people can be told only where some fields are personal and some can be shared. */
  boolean hasRelated() {
    return hasRelated;
  }

  /** Measures likeness among others; {@code weights} says how surely a pattern is of others. */
  void measureOthers(PatternTable random, double[] weights) {
    for (int place = 0; place < fields.size(); place++) {
      double[] counts = new double[Evidence.CODES];
      for (int pattern = 0; pattern < random.size(); pattern++) {
        double weight = weights == null ? 1 : weights[pattern];
        counts[Evidence.code(random.evidence[pattern], place)] += weight * random.pairs[pattern];
      }
      fields.get(place).measureOthers(counts);
    }
  }

  /**
   * Learns from pairs of the same person. Whether they differ in a personal field is asked of those
   * that agree in another one, where these are enough: of all others some are of relatives, who
   * differ in both, and each that counts as the same person would make the next one likelier. Twins
   * agree in one, so how often one person differs wholly is asked of pairs that live apart besides.
   */
  void learnSame(PatternTable blocked, double[] posteriors) {
    for (int place = 0; place < fields.size(); place++) {
      int field = place;
      double[] counts = counts(place, blocked, posteriors, evidence -> true);
      if (hasRelated && isPersonal(place)) {
        double[] sure = counts(place, blocked, posteriors, found -> isAnotherEqual(field, found));
        counts = Arrays.stream(sure).skip(1).sum() < ENOUGH ? counts : sure;
      }
      double[] apart =
          counts(
              place, blocked, posteriors, found -> isAnotherEqual(field, found) && isApart(found));
      fields.get(place).learnSame(counts, apart);
    }
  }

  private boolean isPersonal(int place) {
    return data.schema().columns().get(place).isPersonal();
  }

  private boolean isAnotherEqual(int place, long evidence) {
    for (int other = 0; other < fields.size(); other++) {
      int exact = data.schema().columns().get(other).exact();
      if (other != place && isPersonal(other) && Evidence.code(evidence, other) >= exact) {
        return true;
      }
    }
    return false;
  }

  /** Whether two records differ in what a household shares, as a home or a family name. */
  private boolean isApart(long evidence) {
    for (int field = 0; field < fields.size(); field++) {
      Schema.Column column = data.schema().columns().get(field);
      boolean isShared = !column.isPersonal() && !column.comparison().isIdentifying();
      if (isShared && Evidence.code(evidence, field) == Evidence.LEAST) {
        return true;
      }
    }
    return false;
  }

  void learnRelated(PatternTable blocked, double[] posteriors) {
    for (int place = 0; place < fields.size(); place++) {
      fields
          .get(place)
          .learnRelated(counts(place, blocked, posteriors, /* isCounted= */ evidence -> true));
    }
  }

  /** The expected number of pairs at each code, among those another field brought together. */
  private double[] counts(
      int place, PatternTable blocked, double[] posteriors, LongPredicate isCounted) {
    int rules = data.rulesWithout(place);
    double[] counts = new double[Evidence.CODES];
    for (int pattern = 0; pattern < blocked.size(); pattern++) {
      if ((blocked.rules[pattern] & rules) != 0 && isCounted.test(blocked.evidence[pattern])) {
        counts[Evidence.code(blocked.evidence[pattern], place)] +=
            posteriors[pattern] * blocked.pairs[pattern];
      }
    }
    return counts;
  }

  double[] parameters() {
    return fields.stream().flatMapToDouble(field -> Arrays.stream(field.parameters())).toArray();
  }

  /** By field how many pairs of people differ in it alone, to one pair of the same person. */
  double[] closest() {
    return fields.stream().mapToDouble(FieldLikeness::closest).toArray();
  }

  double[][][] probabilities() {
    double[][][] probabilities = new double[Relation.COUNT][fields.size()][];
    for (int place = 0; place < fields.size(); place++) {
      FieldLikeness field = fields.get(place);
      probabilities[0][place] = field.same();
      probabilities[1][place] = field.related();
      probabilities[2][place] = field.others();
    }
    return probabilities;
  }
}
