package io.tributary.models.identity.compare;

import java.util.List;

/**
 * Phone numbers, as dialled from abroad where they are whole, else their digits.
 *
 * @param region the country, as in ISO 3166, of numbers that name none
 */
record Phone(String region) implements Comparison {
  private static final long serialVersionUID = 1L;
  private static final int TAIL = 7;

  @Override
  public String standardise(List<String> columns) {
    for (String column : columns) {
      String number = column == null ? "" : Telephone.canonical(column, region);
      if (!number.isEmpty()) {
        return number;
      }
    }
    return "";
  }

  @Override
  public boolean isIdentifying() {
    return true;
  }

  @Override
  public List<String> levels() {
    return List.of("different", "same ending", "one slip");
  }

  @Override
  public int level(Value one, Value other) {
    if (Edits.atMostOne(one.letters(), other.letters())) {
      return 2;
    }
    return one.part(Phone::tail).isSame(other.part(Phone::tail)) ? 1 : 0;
  }

  private static String tail(String number) {
    return number.substring(Math.max(0, number.length() - TAIL));
  }

  @Override
  public List<String> forms() {
    return List.of("tail");
  }

  @Override
  public List<String> keys(String text, String form) {
    return form.equals("tail") ? List.of(tail(text)) : List.of();
  }
}
