package io.tributary.sample.world;

/**
 * Turns running numbers into numbers of the same size that look unordered, one to one, so that a
 * native id is unique and yet says nothing about whose it is.
 */
public final class Scramble {
  private static final int LEAST_BITS = 17;

  private Scramble() {}

  /** The number that stands for {@code number} under this salt. */
  public static long of(long number, long salt) {
    int bits = LEAST_BITS;
    long offset = 0;
    while (number >= offset + (1L << bits)) {
      offset += 1L << bits;
      bits++;
    }
    return offset + permuted(number - offset, salt, bits);
  }

  private static long permuted(long number, long salt, int bits) {
    long mask = (1L << bits) - 1;
    long value = (number + salt) & mask;
    for (int round = 0; round < 3; round++) {
      value = (value * 0x2545F4914F6CDD1DL) & mask;
      value ^= value >>> (bits / 2);
    }
    return value;
  }
}
