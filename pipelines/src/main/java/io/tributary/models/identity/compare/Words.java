package io.tributary.models.identity.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * How much two lists of words overlap.
 *
 * <p>After the soft TF-IDF of Cohen, Ravikumar and Fienberg (2003), A Comparison of String Distance
 * Metrics for Name-Matching Tasks, as a Dice coefficient.
 */
final class Words {
  private static final double ALIKE = 0.9;
  private static final double SHORTENED = 0.8;
  private static final int MOST = 32;
  private static final int KEYS = 6;

  private Words() {}

  /** The weight of the words in common among all, from 0 to 1. */
  static double overlap(Value one, Value other, Vocabulary vocabulary) {
    boolean isShorter = one.words().length <= other.words().length;
    Value few = isShorter ? one : other;
    Value many = isShorter ? other : one;
    double[] fewWeights = few.weights(vocabulary);
    double[] manyWeights = many.weights(vocabulary);
    int lastOfMany = Math.min(manyWeights.length, MOST);
    long taken = 0;
    double common = 0;
    for (int i = 0; i < fewWeights.length; i++) {
      double best = 0;
      int found = -1;
      for (int j = 0; j < lastOfMany; j++) {
        if ((taken >>> j & 1) == 0) {
          double alike = alike(few.words()[i], many.words()[j]);
          if (alike > best) {
            best = alike;
            found = j;
          }
        }
      }
      if (found >= 0) {
        taken |= 1L << found;
        common += best * (fewWeights[i] + manyWeights[found]);
      }
    }
    double all = sum(fewWeights) + sum(manyWeights);
    return all == 0 ? 0 : common / all;
  }

  private static double alike(Letters one, Letters other) {
    if (one.isSame(other)) {
      return 1;
    }
    if (one.isNumber() || other.isNumber()) {
      return 0;
    }
    int shorter = Math.min(one.length(), other.length());
    if (one.places()[0] == other.places()[0] && isBeginning(one.text(), other.text())) {
      return shorter >= 2 ? SHORTENED : SHORTENED / 2;
    }
    if (shorter < 4) {
      return 0;
    }
    return JaroWinkler.similarity(one, other, ALIKE);
  }

  private static boolean isBeginning(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  /** The neighbouring words of a text, two by two; a single word as it is. */
  static List<String> pairs(String text) {
    List<String> words = Folding.pieces(text, ' ');
    if (words.size() == 1) {
      return words;
    }
    List<String> pairs = new ArrayList<>(words.size());
    for (int i = 1; i < words.size() && i <= KEYS; i++) {
      pairs.add(words.get(i - 1) + " " + words.get(i));
    }
    return pairs;
  }
}
