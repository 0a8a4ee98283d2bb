package io.tributary.models.identity.compare;

import java.util.function.UnaryOperator;

/**
 * A standardised value as it is compared with others.
 *
 * <p>What comparing needs of it is worked out once; a value is used by one thread only.
 */
public final class Value {
  private final Letters letters;
  private final int band;
  private Letters part;
  private Letters[] words;
  private double[] weights;
  private int number = -1;

  /**
   * A value of a field.
   *
   * @param text as the field's comparison standardised it
   * @param band how common it is, from 0 for rare ones
   */
  public Value(String text, int band) {
    letters = new Letters(text);
    this.band = band;
  }

  public String text() {
    return letters.text();
  }

  public int band() {
    return band;
  }

  public boolean isSame(Value other) {
    return letters.isSame(other.letters);
  }

  Letters letters() {
    return letters;
  }

  /** What the value's comparison, which always asks for the same, makes of the text. */
  Letters part(UnaryOperator<String> make) {
    if (part == null) {
      part = new Letters(make.apply(text()));
    }
    return part;
  }

  /** The text as a number; it is one. */
  int number() {
    if (number < 0) {
      number = Integer.parseInt(text());
    }
    return number;
  }

  Letters[] words() {
    if (words == null) {
      words = Folding.pieces(text(), ' ').stream().map(Letters::new).toArray(Letters[]::new);
    }
    return words;
  }

  double[] weights(Vocabulary vocabulary) {
    if (weights == null) {
      weights = new double[words().length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = vocabulary.weight(words[i].text());
      }
    }
    return weights;
  }
}
