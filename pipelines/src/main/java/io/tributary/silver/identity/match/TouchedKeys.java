package io.tributary.silver.identity.match;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** The keys of the blocks in which a record stands or stood that is not as it was. */
final class TouchedKeys implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Most keys of a record are touched by nobody, which a bit tells sooner than a search. */
  private static final int BITS_A_KEY = 32;

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
    Map<Long, int[]> counts = new TreeMap<>();
    count(old, 0, counts);
    count(renewed, 1, counts);
    keys = counts.keySet().stream().mapToLong(Long::longValue).toArray();
    most = counts.values().stream().mapToInt(of -> Math.max(of[0], of[1])).toArray();
    mask = Integer.highestOneBit(Math.max(1, keys.length) * BITS_A_KEY) - 1;
    bits = new BitSet(mask + 1);
    for (long key : keys) {
      bits.set(bit(key));
    }
  }

  private static void count(List<Row> records, int at, Map<Long, int[]> counts) {
    for (Row record : records) {
      for (long key : Longs.of(record.getAs(3))) {
        counts.computeIfAbsent(key, none -> new int[2])[at]++;
      }
    }
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
