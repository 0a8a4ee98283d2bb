package io.tributary.models.identity.compare;

import java.util.List;

/** Street addresses: what matters are the numbers and the words, in whatever order. */
record Address(Vocabulary vocabulary) implements Comparison {
  private static final long serialVersionUID = 1L;
  private static final double CLOSE = 0.8;
  private static final double SOME = 0.45;

  @Override
  public String standardise(List<String> columns) {
    return Folding.words(String.join(" ", columns));
  }

  @Override
  public List<String> levels() {
    return List.of("different", "some words", "close but for a number", "close");
  }

  @Override
  public int level(Value one, Value other) {
    double overlap = Words.overlap(one, other, vocabulary);
    if (overlap < SOME) {
      return Edits.atMostOne(one.letters(), other.letters()) ? 3 : 0;
    }
    if (overlap < CLOSE) {
      return 1;
    }
    return shareNumber(one, other) ? 3 : 2;
  }

  /** Whether a house number, or that of a flat, stands in both. */
  private static boolean shareNumber(Value one, Value other) {
    for (Letters word : one.words()) {
      if (word.isNumber()) {
        for (Letters candidate : other.words()) {
          if (word.isSame(candidate)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Override
  public boolean isWeighted() {
    return true;
  }

  @Override
  public Comparison weighing(Vocabulary words) {
    return new Address(words.ofLetters());
  }

  @Override
  public List<String> forms() {
    return List.of("words");
  }

  @Override
  public List<String> keys(String text, String form) {
    return form.equals("words") ? Words.pairs(text) : List.of();
  }
}
