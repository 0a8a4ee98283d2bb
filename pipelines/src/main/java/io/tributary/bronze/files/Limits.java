package io.tributary.bronze.files;

import java.io.Serializable;

/**
 * How much one record or one compressed file may take before it is set aside. A limit that is null
 * is the house's own.
 *
 * @param recordBytes the longest record, as UTF-8
 * @param depth how deep a record may nest
 * @param inflatedBytes the longest a compressed file may become
 * @param inflationRatio how many times its size a compressed file may become
 */
public record Limits(Integer recordBytes, Integer depth, Long inflatedBytes, Integer inflationRatio)
    implements Serializable {
  /** 16 MiB a record, 500 levels, 64 GiB and 250 times its size for a compressed file. */
  public static final Limits HOUSE = new Limits(null, null, null, null);

  /** Checks each limit and puts the house's own in the place of null. */
  public Limits {
    recordBytes = recordBytes == null ? 16 << 20 : recordBytes;
    depth = depth == null ? 500 : depth;
    inflatedBytes = inflatedBytes == null ? 64L << 30 : inflatedBytes;
    inflationRatio = inflationRatio == null ? 250 : inflationRatio;
    within("record_bytes", recordBytes, 64L << 20);
    within("depth", depth, 2000);
    within("inflated_bytes", inflatedBytes, Long.MAX_VALUE);
    within("inflation_ratio", inflationRatio, 1100);
  }

  private static void within(String name, long found, long most) {
    if (found < 1 || found > most) {
      throw new IllegalArgumentException(
          Wording.of("limits: %s is %,d; allowed is 1 to %,d", name, found, most));
    }
  }
}
