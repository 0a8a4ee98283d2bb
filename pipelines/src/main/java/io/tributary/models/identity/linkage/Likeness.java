package io.tributary.models.identity.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The parameters of all fields while they are learned. */
final class Likeness {
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

  void learnSame(PatternTable blocked, double[] posteriors) {
    for (int place = 0; place < fields.size(); place++) {
      fields.get(place).learnSame(counts(place, blocked, posteriors));
    }
  }

  void learnRelated(PatternTable blocked, double[] posteriors) {
    for (int place = 0; place < fields.size(); place++) {
      fields.get(place).learnRelated(counts(place, blocked, posteriors));
    }
  }

  /** The expected number of pairs at each code, among those another field brought together. */
  private double[] counts(int place, PatternTable blocked, double[] posteriors) {
    int rules = data.rulesWithout(place);
    double[] counts = new double[Evidence.CODES];
    for (int pattern = 0; pattern < blocked.size(); pattern++) {
      if ((blocked.rules[pattern] & rules) != 0) {
        counts[Evidence.code(blocked.evidence[pattern], place)] +=
            posteriors[pattern] * blocked.pairs[pattern];
      }
    }
    return counts;
  }

  double[] parameters() {
    return fields.stream().flatMapToDouble(field -> Arrays.stream(field.parameters())).toArray();
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
