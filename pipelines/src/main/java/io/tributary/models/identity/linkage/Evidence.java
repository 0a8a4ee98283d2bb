package io.tributary.models.identity.linkage;

/**
 * How two records compare in up to fifteen fields, four bits a field: 0 where either has no value,
 * else one more than the level of likeness.
 */
public final class Evidence {
  /** How many codes a field has, that for a missing value included. */
  public static final int CODES = 16;

  public static final int MISSING = 0;

  /** Values as unlike as can be. */
  public static final int LEAST = 1;

  /** No evidence, because the pair was not compared to the end. */
  public static final long NONE = -1;

  static final int MOST_FIELDS = 15;
  private static final int BITS = 4;
  private static final int MASK = CODES - 1;

  private Evidence() {}

  /** The code of a field. */
  public static int code(long evidence, int field) {
    return (int) (evidence >>> (field * BITS)) & MASK;
  }

  static long with(long evidence, int field, int code) {
    int shift = field * BITS;
    return (evidence & ~((long) MASK << shift)) | ((long) code << shift);
  }
}
