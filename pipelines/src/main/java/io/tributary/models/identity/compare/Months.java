package io.tributary.models.identity.compare;

import java.util.List;

/** Months written in letters. */
final class Months {
  private static final List<String> STARTS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> OTHERS = List.of("mai", "okt", "dez");
  private static final List<Integer> OTHER_NUMBERS = List.of(5, 10, 12);

  private Months() {}

  /** The number of a month from its first three letters; 0 when it is none. */
  static int number(String word) {
    if (word.length() < 3) {
      return 0;
    }
    String start = word.substring(0, 3);
    int other = OTHERS.indexOf(start);
    return other >= 0 ? OTHER_NUMBERS.get(other) : STARTS.indexOf(start) + 1;
  }
}
