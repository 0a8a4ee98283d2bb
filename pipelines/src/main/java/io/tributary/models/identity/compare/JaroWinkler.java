package io.tributary.models.identity.compare;

/**
 * How alike two short texts are, from 0 to 1, without allocating.
 *
 * <p>Winkler, W. E. (1990), String Comparator Metrics and Enhanced Decision Rules in the
 * Fellegi-Sunter Model of Record Linkage. The prefix counts only from a similarity of 0.7 up.
 */
public final class JaroWinkler {
  private static final int PREFIX = 4;
  private static final double PREFIX_WEIGHT = 0.1;
  private static final double PREFIX_FROM = 0.7;

  /** Keeps the rounding of a bound from cutting off what just reaches it. */
  private static final double SLACK = 1e-9;

  private JaroWinkler() {}

  public static double similarity(String one, String other) {
    return similarity(new Letters(one), new Letters(other), 0);
  }

  /** The similarity of two texts, or 0 where it is less than {@code least}. */
  static double similarity(Letters one, Letters other, double least) {
    if (one.isSame(other)) {
      return 1;
    }
    if (one.length() == 0 || other.length() == 0) {
      return 0;
    }
    int prefix = prefix(one.places(), other.places());
    double jaro =
        one.length() <= other.length()
            ? jaro(one, other, needed(least, prefix))
            : jaro(other, one, needed(least, prefix));
    double similarity = jaro < PREFIX_FROM ? jaro : jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    return similarity >= least ? similarity : 0;
  }

  /** The similarity without the prefix from which one with it reaches {@code least}. */
  private static double needed(double least, int prefix) {
    double weight = prefix * PREFIX_WEIGHT;
    return least <= PREFIX_FROM ? least : Math.max(PREFIX_FROM, (least - weight) / (1 - weight));
  }

  /** The measure of Jaro (1989), or 0 as soon as it is known to be less than {@code needed}. */
  private static double jaro(Letters few, Letters many, double needed) {
    int length = Math.min(few.length(), Letters.LONGEST);
    int longer = Math.min(many.length(), Letters.LONGEST);
    // Were all letters found in order, so many would have to be found.
    double matches = (3 * needed - 1) * length * longer / (length + longer) - SLACK;
    double misses = length - matches;
    if (few.without(many) > misses || many.without(few) > misses + longer - length) {
      return 0;
    }
    return jaro(few.places(), length, many.places(), longer, misses);
  }

  private static double jaro(char[] few, int length, char[] many, int longer, double misses) {
    int range = Math.max(longer / 2 - 1, 0);
    long inFew = 0;
    long inMany = 0;
    for (int i = 0; i < length; i++) {
      int found =
          place(few[i], many, Math.max(i - range, 0), Math.min(i + range + 1, longer), inMany);
      if (found >= 0) {
        inFew |= 1L << i;
        inMany |= 1L << found;
      } else if (i + 1 - Long.bitCount(inFew) > misses) {
        return 0;
      }
    }
    double found = Long.bitCount(inFew);
    if (found == 0) {
      return 0;
    }
    double half = transposed(few, inFew, many, inMany) / 2.0;
    return (found / length + found / longer + (found - half) / found) / 3;
  }

  /** The first place from {@code start} to {@code end} where a letter stands that is not taken. */
  private static int place(char wanted, char[] many, int start, int end, long taken) {
    for (int at = start; at < end; at++) {
      if (many[at] == wanted && (taken >>> at & 1) == 0) {
        return at;
      }
    }
    return -1;
  }

  private static int transposed(char[] few, long inFew, char[] many, long inMany) {
    int transposed = 0;
    long left = inFew;
    long right = inMany;
    while (left != 0) {
      if (few[Long.numberOfTrailingZeros(left)] != many[Long.numberOfTrailingZeros(right)]) {
        transposed++;
      }
      left &= left - 1;
      right &= right - 1;
    }
    return transposed;
  }

  private static int prefix(char[] one, char[] other) {
    int most = Math.min(PREFIX, Math.min(one.length, other.length));
    int same = 0;
    while (same < most && one[same] == other[same]) {
      same++;
    }
    return same;
  }
}
