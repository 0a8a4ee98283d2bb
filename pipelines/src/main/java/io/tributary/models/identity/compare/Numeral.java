package io.tributary.models.identity.compare;

import java.util.List;

/**
 * Numbers that stand for something: a loyalty number, a postcode.
 *
 * @param isPersonal whether it stands for one person
 */
record Numeral(boolean isPersonal) implements Comparison {
  private static final long serialVersionUID = 1L;
  private static final int START = 4;

  @Override
  public String standardise(List<String> columns) {
    String number = Folding.compact(String.join(" ", columns));
    return isFiller(number) ? "" : number;
  }

  private static boolean isFiller(String number) {
    return number.chars().allMatch(letter -> letter == '0')
        || (number.length() > START && number.chars().allMatch(letter -> letter == '9'));
  }

  @Override
  public boolean isIdentifying() {
    return isPersonal;
  }

  @Override
  public List<String> levels() {
    return List.of("different", "same beginning", "one slip");
  }

  @Override
  public int level(Value one, Value other) {
    if (Edits.atMostOne(one.letters(), other.letters())) {
      return 2;
    }
    int start = Math.max(2, Math.min(START, one.text().length() / 2));
    return one.text().regionMatches(0, other.text(), 0, start) ? 1 : 0;
  }

  @Override
  public List<String> forms() {
    return List.of("start");
  }

  @Override
  public List<String> keys(String text, String form) {
    return form.equals("start") && text.length() >= START
        ? List.of(text.substring(0, Math.max(2, text.length() / 2)))
        : List.of();
  }
}
