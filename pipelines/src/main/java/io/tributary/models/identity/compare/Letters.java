package io.tributary.models.identity.compare;

/** A short text in the form in which it is compared, letter by letter, with many others. */
public final class Letters {
  /** Longer texts are compared by their beginnings where places are bits of one number. */
  static final int LONGEST = Long.SIZE;

  private static final int SLOTS = 32;

  private final String text;
  private final char[] places;
  private final long signature;
  private final boolean isNumber;

  public Letters(String text) {
    this.text = text;
    places = text.toCharArray();
    signature = signature(places);
    isNumber = places.length > 0 && Character.isDigit(places[0]);
  }

  /** For each slot of letters a bit if any stands in the beginning, another if there are more. */
  private static long signature(char[] places) {
    long once = 0;
    long again = 0;
    for (int at = 0; at < places.length && at < LONGEST; at++) {
      long slot = 1L << (places[at] & SLOTS - 1);
      again |= once & slot;
      once |= slot;
    }
    return once | again << SLOTS;
  }

  String text() {
    return text;
  }

  int length() {
    return places.length;
  }

  /** Not a copy, because it is read for every pair. */
  char[] places() {
    return places;
  }

  /** At least so many letters of the beginning do not stand in the beginning of another. */
  int without(Letters other) {
    return Long.bitCount(signature & ~other.signature);
  }

  boolean isSame(Letters other) {
    return signature == other.signature && text.equals(other.text);
  }

  /** Whether it begins like a number. */
  boolean isNumber() {
    return isNumber;
  }
}
