package io.tributary.models.identity.compare;

import java.util.List;

/**
 * A standardised value as it is compared with others.
 *
 * <p>What comparing needs of it is worked out once; a value is used by one thread only.
 */
public final class Value {
  private final String text;
  private final int band;
  private String[] words;
  private double[] weights;

  /**
   * A value of a field.
   *
   * @param text as the field's comparison standardised it
   * @param band how common it is, from 0 for rare ones
   */
  public Value(String text, int band) {
    this.text = text;
    this.band = band;
  }

  public String text() {
    return text;
  }

  public int band() {
    return band;
  }

  String[] words() {
    if (words == null) {
      List<String> pieces = Folding.pieces(text, ' ');
      words = pieces.toArray(String[]::new);
    }
    return words;
  }

  double[] weights(Vocabulary vocabulary) {
    if (weights == null) {
      weights = new double[words().length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = vocabulary.weight(words[i]);
      }
    }
    return weights;
  }
}
