package io.tributary.models.identity.cluster;

import io.tributary.models.identity.UnionFind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which records hang together by pairs that may be one person. */
public final class Components {
  private Components() {}

  /** A pair of records, by number, and the odds that they are one person. */
  public record Link(int one, int other, double odds) {}

  /** The surest first, so that where there are too many, it is the doubtful ones that are left. */
  private static final Comparator<Link> SUREST =
      Comparator.comparingDouble(Link::odds)
          .reversed()
          .thenComparingInt(Link::one)
          .thenComparingInt(Link::other);

  /**
   * For each record the smallest one that hangs together with it.
   *
   * @param most how many records may hang together; links that would make it more are left out
   */
  public static int[] of(int records, List<Link> links, int most) {
    UnionFind components = new UnionFind(records);
    int[] sizes = new int[records];
    Arrays.fill(sizes, 1);
    for (Link link : links.stream().sorted(SUREST).toList()) {
      int one = components.smallest(link.one());
      int other = components.smallest(link.other());
      if (one != other && sizes[one] + sizes[other] <= most) {
        components.tie(one, other);
        int size = sizes[one] + sizes[other];
        sizes[components.smallest(one)] = size;
      }
    }
    int[] smallest = new int[records];
    Arrays.setAll(smallest, components::smallest);
    return smallest;
  }
}
