package io.tributary.models.identity.compare;

import io.tributary.models.identity.Hash;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How much each word of a text says: common words little, rare ones most. */
public final class Vocabulary implements Serializable {
  private static final long serialVersionUID = 1L;

  /** All words weigh the same. */
  public static final Vocabulary EMPTY = new Vocabulary(new HashMap<>(), false);

  private final Map<Long, Double> common;
  private final boolean isOfLetters;

  private Vocabulary(Map<Long, Double> common, boolean isOfLetters) {
    this.common = common;
    this.isOfLetters = isOfLetters;
  }

  /**
   * The inverse document frequency of the common words, where 1 is that of all others (Sparck Jones
   * 1972).
   *
   * @param texts how many texts were read
   * @param appearances in how many of them each common word appears
   * @param rare in how many a word that is not listed appears at most
   */
  public static Vocabulary of(long texts, Map<String, Long> appearances, long rare) {
    double most = Math.log((texts + 1.0) / rare);
    Map<Long, Double> weights = new HashMap<>();
    appearances.forEach(
        (word, count) ->
            weights.put(Hash.of(word), Math.max(0.05, Math.log((texts + 1.0) / count) / most)));
    return new Vocabulary(weights, false);
  }

  /** The vocabulary of {@link #weights}. */
  public static Vocabulary of(Map<Long, Double> weights) {
    return new Vocabulary(new HashMap<>(weights), false);
  }

  /** What each common word weighs, by its hash. */
  public Map<Long, Double> weights() {
    return new TreeMap<>(common);
  }

  /** The same where words with a number weigh nothing. */
  Vocabulary ofLetters() {
    return new Vocabulary(common, true);
  }

  double weight(String word) {
    if (isOfLetters && Character.isDigit(word.charAt(0))) {
      return 0;
    }
    Double weight = common.get(Hash.of(word));
    return weight == null ? 1 : weight;
  }
}
