package io.tributary.models.identity.compare;

import java.util.List;

/**
 * Family names, which households share and marriages change or join.
 *
 * @param isInWhole whether the columns hold the whole name, of which this is a part
 */
record FamilyName(boolean isInWhole) implements Comparison {
  private static final long serialVersionUID = 1L;
  private static final int DIFFERENT = 0;
  private static final int SIMILAR = 1;
  private static final int PART = 2;
  private static final int CLOSE = 3;

  @Override
  public String standardise(List<String> columns) {
    return isInWhole ? Names.family(columns) : Names.standardise(columns);
  }

  @Override
  public List<String> levels() {
    return List.of("different", "similar", "part", "close");
  }

  @Override
  public int level(Value one, Value other) {
    if (Names.isClose(one.letters(), other.letters())) {
      return CLOSE;
    }
    if (Names.isPart(one, other)) {
      return PART;
    }
    return Names.isSimilar(one.letters(), other.letters()) ? SIMILAR : DIFFERENT;
  }

  @Override
  public List<String> forms() {
    return List.of("sound", "start", "initial");
  }

  @Override
  public List<String> keys(String text, String form) {
    return Names.keys(text, form);
  }
}
