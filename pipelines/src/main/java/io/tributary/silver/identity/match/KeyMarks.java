package io.tributary.silver.identity.match;

import io.tributary.models.identity.Hash;
import java.io.Serializable;

/** A set of keys in little space, which at times says yes where it should say no (Bloom 1970). */
final class KeyMarks implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SMALLEST = 1 << 16;
  private static final int LARGEST = 1 << 26;
  private static final int BYTES_A_RECORD = 8;

  private final byte[] marks;

  KeyMarks(int bytes) {
    marks = new byte[bytes];
  }

  /** Bytes enough for the keys of so many records, a power of two. */
  static int size(long records) {
    int size = SMALLEST;
    while (size < LARGEST && size < records * BYTES_A_RECORD) {
      size *= 2;
    }
    return size;
  }

  void add(long key) {
    long place = place(key);
    marks[(int) (place >>> 3)] |= (byte) (1 << (place & 7));
  }

  void add(byte[] others) {
    for (int at = 0; at < marks.length; at++) {
      marks[at] |= others[at];
    }
  }

  boolean contains(long key) {
    long place = place(key);
    return (marks[(int) (place >>> 3)] >>> (place & 7) & 1) != 0;
  }

  byte[] bytes() {
    return marks;
  }

  private long place(long key) {
    return Hash.mixed(key) & (marks.length * 8L - 1);
  }
}
