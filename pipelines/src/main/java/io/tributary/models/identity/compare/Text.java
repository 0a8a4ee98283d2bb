package io.tributary.models.identity.compare;

import java.util.List;

/**
 * A few words, such as a city, an occupation or the name of a place, in any order, some of them
 * shortened or misspelled; a common word says less than a rare one.
 *
 * @param isPersonal whether it tells apart those who share an address
 */
record Text(boolean isPersonal, Vocabulary vocabulary) implements Comparison {
  private static final long serialVersionUID = 1L;
  private static final double CLOSE = 0.85;
  private static final double SIMILAR = 0.6;
  private static final double SOME = 0.3;

  @Override
  public String standardise(List<String> columns) {
    return Folding.words(String.join(" ", columns));
  }

  @Override
  public List<String> levels() {
    return List.of("different", "some words", "similar", "close");
  }

  @Override
  public int level(Value one, Value other) {
    if (Names.isClose(one.letters(), other.letters())) {
      return 3;
    }
    double overlap = Words.overlap(one, other, vocabulary);
    if (overlap >= CLOSE) {
      return 3;
    }
    if (overlap >= SIMILAR || Names.isSimilar(one.letters(), other.letters())) {
      return 2;
    }
    return overlap >= SOME ? 1 : 0;
  }

  @Override
  public boolean isWeighted() {
    return true;
  }

  @Override
  public Comparison weighing(Vocabulary words) {
    return new Text(isPersonal, words);
  }

  @Override
  public List<String> forms() {
    return List.of("words", "start");
  }

  @Override
  public List<String> keys(String text, String form) {
    return switch (form) {
      case "words" -> Words.pairs(text);
      case "start" -> List.of(text.substring(0, Math.min(4, text.length())));
      default -> List.of();
    };
  }
}
