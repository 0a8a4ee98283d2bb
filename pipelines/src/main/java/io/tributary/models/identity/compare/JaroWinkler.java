package io.tributary.models.identity.compare;

/**
 * How alike two short strings are, from 0 to 1, without allocating.
 *
 * <p>Winkler, W. E. (1990), String Comparator Metrics and Enhanced Decision Rules in the
 * Fellegi-Sunter Model of Record Linkage. The prefix counts only from a similarity of 0.7 up.
 */
public final class JaroWinkler {
  /** Matched places are bits of one number, so longer strings are compared by their beginnings. */
  private static final int LONGEST = 64;

  private static final int PREFIX = 4;
  private static final double PREFIX_WEIGHT = 0.1;
  private static final double PREFIX_FROM = 0.7;

  private JaroWinkler() {}

  public static double similarity(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    int first = Math.min(one.length(), LONGEST);
    int second = Math.min(other.length(), LONGEST);
    if (first == 0 || second == 0) {
      return 0;
    }
    double jaro =
        first <= second ? jaro(one, first, other, second) : jaro(other, second, one, first);
    if (jaro < PREFIX_FROM) {
      return jaro;
    }
    return jaro + prefix(one, other) * PREFIX_WEIGHT * (1 - jaro);
  }

  private static double jaro(String shorter, int length, String longer, int longerLength) {
    int range = Math.max(longerLength / 2 - 1, 0);
    long inShorter = 0;
    long inLonger = 0;
    int matches = 0;
    for (int i = 0; i < length; i++) {
      char wanted = shorter.charAt(i);
      int end = Math.min(i + range, longerLength - 1);
      for (int j = Math.max(i - range, 0); j <= end; j++) {
        if ((inLonger >>> j & 1) == 0 && longer.charAt(j) == wanted) {
          inShorter |= 1L << i;
          inLonger |= 1L << j;
          matches++;
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    double half = transposed(shorter, inShorter, longer, inLonger) / 2.0;
    double found = matches;
    return (found / length + found / longerLength + (found - half) / found) / 3;
  }

  private static int transposed(String shorter, long inShorter, String longer, long inLonger) {
    int transposed = 0;
    long left = inShorter;
    long right = inLonger;
    while (left != 0) {
      int i = Long.numberOfTrailingZeros(left);
      int j = Long.numberOfTrailingZeros(right);
      if (shorter.charAt(i) != longer.charAt(j)) {
        transposed++;
      }
      left &= left - 1;
      right &= right - 1;
    }
    return transposed;
  }

  private static int prefix(String one, String other) {
    int most = Math.min(PREFIX, Math.min(one.length(), other.length()));
    int same = 0;
    while (same < most && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }
}
