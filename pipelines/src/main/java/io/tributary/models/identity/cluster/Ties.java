package io.tributary.models.identity.cluster;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which records carry the same identifiers, by number. */
public final class Ties implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nobody shares an identifier. */
  public static final Ties NONE = new Ties(new long[0], new long[0]);

  private final long[] records;
  private final long[] values;

  private Ties(long[] records, long[] values) {
    this.records = records;
    this.values = values;
  }

  /** The ties of records, each given as often as it carries values. */
  public static Ties of(long[] records, long[] values) {
    int[] order =
        IntStream.range(0, records.length)
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer at) -> records[at])
                    .thenComparingLong(at -> values[at]))
            .mapToInt(at -> at)
            .toArray();
    return new Ties(
        IntStream.of(order).mapToLong(at -> records[at]).toArray(),
        IntStream.of(order).mapToLong(at -> values[at]).toArray());
  }

  public int size() {
    return records.length;
  }

  /** The values that a record carries. */
  public long[] values(long record) {
    int at = Arrays.binarySearch(records, record);
    if (at < 0) {
      return new long[0];
    }
    int start = at;
    while (start > 0 && records[start - 1] == record) {
      start--;
    }
    int end = at + 1;
    while (end < records.length && records[end] == record) {
      end++;
    }
    return Arrays.copyOfRange(values, start, end);
  }

  /** Each record and another that carries the same value, so that all of a value are linked. */
  long[][] links() {
    int[] order =
        IntStream.range(0, records.length)
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer at) -> values[at])
                    .thenComparingLong(at -> records[at]))
            .mapToInt(at -> at)
            .toArray();
    int[] linked =
        IntStream.range(1, order.length)
            .filter(at -> values[order[at]] == values[order[at - 1]])
            .toArray();
    return new long[][] {
      IntStream.of(linked).mapToLong(at -> records[order[at - 1]]).toArray(),
      IntStream.of(linked).mapToLong(at -> records[order[at]]).toArray()
    };
  }
}
