package io.tributary.models.identity;

/** Which of the numbers 0 to n-1 belong together, after any number of them have been tied. */
public final class UnionFind {
  private final int[] parents;

  public UnionFind(int size) {
    parents = new int[size];
    for (int member = 0; member < size; member++) {
      parents[member] = member;
    }
  }

  /** Ties two members, and with them everything tied to either. */
  public void tie(int one, int other) {
    int first = smallest(one);
    int second = smallest(other);
    // The smaller becomes the root, so that the answer does not depend on the order of ties.
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** The smallest member tied to this one, itself when it is tied to none. */
  public int smallest(int member) {
    int found = member;
    while (parents[found] != found) {
      parents[found] = parents[parents[found]];
      found = parents[found];
    }
    return found;
  }
}
