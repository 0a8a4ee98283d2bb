package io.tributary.models.identity.compare;

/** Whether two texts are one slip of the keyboard apart. */
final class Edits {
  /** A letter that was changed is missing in one text and too many in the other. */
  private static final int MOST_UNSHARED = 1;

  private Edits() {}

  /** Whether at most one letter was added, left out, changed, or swapped with its neighbour. */
  static boolean atMostOne(Letters one, Letters other) {
    int difference = one.length() - other.length();
    return difference <= 1
        && difference >= -1
        && one.without(other) <= MOST_UNSHARED
        && other.without(one) <= MOST_UNSHARED
        && atMostOne(one.places(), other.places());
  }

  private static boolean atMostOne(char[] one, char[] other) {
    int start = 0;
    int shorter = Math.min(one.length, other.length);
    while (start < shorter && one[start] == other[start]) {
      start++;
    }
    int end = 0;
    while (end < shorter - start && one[one.length - 1 - end] == other[other.length - 1 - end]) {
      end++;
    }
    int left = one.length - start - end;
    int right = other.length - start - end;
    return (left <= 1 && right <= 1) || (left == 2 && right == 2 && isSwap(one, other, start));
  }

  private static boolean isSwap(char[] one, char[] other, int at) {
    return one[at] == other[at + 1] && one[at + 1] == other[at];
  }
}
