package io.tributary.silver.identity.match;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;

/** The keys of the blocks in which a record stands or stood that is not as it was. */
final class TouchedKeys implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Most keys of a record are touched by nobody, which a bit tells sooner than a search. */
  private static final int BITS_A_KEY = 32;

  private static final long MOST_BITS = 1L << 30;

  private final long[] keys;
  private final int[] most;
  private final BitSet bits;
  private final int mask;

  /**
   * The keys of some records.
   *
   * @param old as they were, as {@link MatchState#PROFILES} lists them
   * @param renewed as they are
   */
  TouchedKeys(List<Row> old, List<Row> renewed) {
    keys = LongStream.concat(keys(old), keys(renewed)).sorted().distinct().toArray();
    int[] before = counts(old);
    most = counts(renewed);
    for (int place = 0; place < most.length; place++) {
      most[place] = Math.max(most[place], before[place]);
    }
    mask = Math.toIntExact(Long.highestOneBit(Math.min(MOST_BITS, bits(keys.length))) - 1);
    bits = new BitSet(mask + 1);
    for (long key : keys) {
      bits.set(bit(key));
    }
  }

  private static long bits(int keys) {
    return (long) BITS_A_KEY * Math.max(1, keys);
  }

  private static LongStream keys(List<Row> records) {
    return records.stream().flatMapToLong(row -> LongStream.of(Longs.of(row.getAs(3))));
  }

  private int[] counts(List<Row> records) {
    int[] counts = new int[keys.length];
    keys(records).forEach(key -> counts[Arrays.binarySearch(keys, key)]++);
    return counts;
  }

  private int bit(long key) {
    return (int) (key ^ (key >>> 32)) & mask;
  }

  int size() {
    return keys.length;
  }

  long key(int place) {
    return keys[place];
  }

  /** How many of the records stand in the block, or stood there, whichever are more. */
  int most(int place) {
    return most[place];
  }

  /** The place of a key; negative where nobody touches it. */
  int place(long key) {
    return bits.get(bit(key)) ? Arrays.binarySearch(keys, key) : -1;
  }
}
