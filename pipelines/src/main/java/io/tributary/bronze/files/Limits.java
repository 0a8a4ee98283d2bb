package io.tributary.bronze.files;

import java.io.Serializable;

/**
 * How much one record or one compressed file may take before it is set aside. A limit left at 0 is
 * the house's own.
 *
 * @param recordBytes the longest record, as UTF-8
 * @param depth how deep a record may nest
 * @param inflatedBytes the longest a compressed file may become
 * @param inflationRatio how many times its size a compressed file may become
 */
public record Limits(int recordBytes, int depth, long inflatedBytes, int inflationRatio)
    implements Serializable {
  /** 16 MiB a record, 500 levels, 64 GiB and 250 times its size for a compressed file. */
  public static final Limits HOUSE = new Limits(0, 0, 0, 0);

  /** Checks each limit and puts the house's own in place of 0. */
  public Limits {
    recordBytes = recordBytes == 0 ? 16 << 20 : recordBytes;
    depth = depth == 0 ? 500 : depth;
    inflatedBytes = inflatedBytes == 0 ? 64L << 30 : inflatedBytes;
    inflationRatio = inflationRatio == 0 ? 250 : inflationRatio;
    within("recordBytes", recordBytes, 64L << 20);
    within("depth", depth, 2000);
    within("inflatedBytes", inflatedBytes, Long.MAX_VALUE);
    within("inflationRatio", inflationRatio, 1100);
  }

  private static void within(String name, long found, long most) {
    if (found < 1 || found > most) {
      throw new IllegalArgumentException(
          Wording.of("limits: %s is %,d; allowed is 1 to %,d", name, found, most));
    }
  }
}
