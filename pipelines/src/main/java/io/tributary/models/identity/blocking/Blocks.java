package io.tributary.models.identity.blocking;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The blocks of records held in memory, in the order of their keys; records alone are in none. */
public final class Blocks {
  private final long[] keys;
  private final int[] starts;
  private final int[] records;

  /** Takes a key and the records that have it, by number and in ascending order. */
  @FunctionalInterface
  public interface Taker {
    void take(long key, int[] records);
  }

  /** The blocks of records whose keys, each once, are given in the order of their numbers. */
  public Blocks(List<long[]> keysOf) {
    long[] all = keysOf.stream().flatMapToLong(LongStream::of).toArray();
    Arrays.parallelSort(all);
    int[] firsts =
        IntStream.range(0, all.length - 1)
            .filter(at -> all[at] == all[at + 1] && (at == 0 || all[at] != all[at - 1]))
            .toArray();
    keys = IntStream.of(firsts).mapToLong(first -> all[first]).toArray();
    starts = new int[keys.length + 1];
    for (int block = 0; block < keys.length; block++) {
      int end = firsts[block] + 1;
      while (end < all.length && all[end] == keys[block]) {
        end++;
      }
      starts[block + 1] = starts[block] + end - firsts[block];
    }
    records = new int[starts[keys.length]];
    fill(keysOf);
  }

  private void fill(List<long[]> keysOf) {
    int[] next = starts.clone();
    for (int record = 0; record < keysOf.size(); record++) {
      for (long key : keysOf.get(record)) {
        int block = Arrays.binarySearch(keys, key);
        if (block >= 0) {
          records[next[block]++] = record;
        }
      }
    }
  }

  /** Gives each block. */
  public void forEach(Taker taker) {
    for (int block = 0; block < keys.length; block++) {
      taker.take(keys[block], Arrays.copyOfRange(records, starts[block], starts[block + 1]));
    }
  }

  /** The keys that more than so many records have. */
  public Set<Long> largerThan(int limit) {
    Set<Long> larger = new HashSet<>();
    for (int block = 0; block < keys.length; block++) {
      if (starts[block + 1] - starts[block] > limit) {
        larger.add(keys[block]);
      }
    }
    return larger;
  }
}
