package io.tributary.models.identity.compare;

/** Whether two strings are one slip of the keyboard apart. */
public final class Edits {
  private Edits() {}

  /** Whether at most one letter was added, left out, changed, or swapped with its neighbour. */
  public static boolean atMostOne(String one, String other) {
    int difference = one.length() - other.length();
    if (difference > 1 || difference < -1) {
      return false;
    }
    int start = 0;
    int shorter = Math.min(one.length(), other.length());
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    int left = one.length() - start - end;
    int right = other.length() - start - end;
    return (left <= 1 && right <= 1) || (left == 2 && right == 2 && isSwap(one, other, start));
  }

  private static boolean isSwap(String one, String other, int at) {
    return one.charAt(at) == other.charAt(at + 1) && one.charAt(at + 1) == other.charAt(at);
  }
}
