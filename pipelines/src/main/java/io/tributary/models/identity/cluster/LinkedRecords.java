package io.tributary.models.identity.cluster;

import io.tributary.models.identity.UnionFind;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The records that hang together, by number, of however many records there are besides. */
public final class LinkedRecords implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How sure a tie is. */
  private static final float TIED = Float.MAX_VALUE;

  private final long[] ids;
  private final int[] smallest;
  private final double[] apart;

  private LinkedRecords(long[] ids, int[] smallest, double[] apart) {
    this.ids = ids;
    this.smallest = smallest;
    this.apart = apart;
  }

  /**
   * The records that are linked, directly or through others; ties come before all links.
   *
   * @param one the first record of each link
   * @param other the second record of each link
   * @param odds how sure each link is
   * @param most how many records may hang together; the least sure links that would make it more
   *     are left out
   */
  public static LinkedRecords of(Ties ties, long[] one, long[] other, float[] odds, int most) {
    long[][] tied = ties.links();
    float[] sure = new float[tied[0].length + odds.length];
    Arrays.fill(sure, TIED);
    System.arraycopy(odds, 0, sure, tied[0].length, odds.length);
    return of(joined(tied[0], one), joined(tied[1], other), sure, most);
  }

  private static long[] joined(long[] some, long[] more) {
    return LongStream.concat(LongStream.of(some), LongStream.of(more)).toArray();
  }

  private static LinkedRecords of(long[] one, long[] other, float[] odds, int most) {
    long[] ids = LongStream.of(joined(one, other)).parallel().sorted().distinct().toArray();
    UnionFind components = new UnionFind(ids.length);
    int[] sizes = new int[ids.length];
    Arrays.fill(sizes, 1);
    int[] ones = places(ids, one);
    int[] others = places(ids, other);
    DoubleStream.Builder apart = DoubleStream.builder();
    for (int link : surestFirst(ones, others, odds)) {
      int first = components.smallest(ones[link]);
      int second = components.smallest(others[link]);
      int size = sizes[first] + sizes[second];
      if (first != second && size <= most) {
        components.tie(first, second);
        sizes[components.smallest(first)] = size;
      } else if (first != second && odds[link] != TIED) {
        apart.add(odds[link]);
      }
    }
    return new LinkedRecords(
        ids,
        IntStream.range(0, ids.length).map(components::smallest).toArray(),
        apart.build().toArray());
  }

  private static int[] places(long[] ids, long[] of) {
    return LongStream.of(of).parallel().mapToInt(id -> Arrays.binarySearch(ids, id)).toArray();
  }

  /** Of equally sure links the one of the smallest records, in whatever order they came. */
  private static int[] surestFirst(int[] ones, int[] others, float[] odds) {
    return IntStream.range(0, odds.length)
        .parallel()
        .boxed()
        .sorted(
            (link, next) -> {
              int order = Float.compare(odds[next], odds[link]);
              order = order == 0 ? Integer.compare(ones[link], ones[next]) : order;
              return order == 0 ? Integer.compare(others[link], others[next]) : order;
            })
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Takes a record and the smallest one that hangs together with it. */
  @FunctionalInterface
  public interface Taker {
    void take(long id, long smallest);
  }

  /** Gives each record that is linked with any, and the smallest one of its component. */
  public void forEach(Taker taker) {
    for (int place = 0; place < ids.length; place++) {
      taker.take(ids[place], ids[smallest[place]]);
    }
  }

  /** The same without some components, each named by its smallest record. */
  public LinkedRecords without(Set<Long> components) {
    int[] places =
        IntStream.range(0, ids.length)
            .filter(place -> !components.contains(ids[smallest[place]]))
            .toArray();
    long[] left = IntStream.of(places).mapToLong(place -> ids[place]).toArray();
    return new LinkedRecords(
        left,
        IntStream.of(places)
            .map(place -> Arrays.binarySearch(left, ids[smallest[place]]))
            .toArray(),
        apart);
  }

  /** How sure the links are that were left out, ties apart. */
  public DoubleStream apart() {
    return DoubleStream.of(apart);
  }

  /** How many records are linked with any. */
  public int size() {
    return ids.length;
  }

  /** The smallest record that hangs together with a record; itself when it is linked with none. */
  public long smallest(long id) {
    int place = Arrays.binarySearch(ids, id);
    return place < 0 ? id : ids[smallest[place]];
  }

  /** Whether a record is linked with another. */
  public boolean contains(long id) {
    return Arrays.binarySearch(ids, id) >= 0;
  }
}
