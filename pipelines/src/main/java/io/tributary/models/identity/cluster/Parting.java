package io.tributary.models.identity.cluster;

import io.tributary.models.identity.UnionFind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Groups of the numbers 0 to n-1 in which some are never together, whatever ties them. */
public final class Parting {
  private final UnionFind groups;
  private final Map<Integer, Set<Integer>> apart = new HashMap<>();

  public Parting(int size) {
    groups = new UnionFind(size);
  }

  /** Says that two members, not tied so far, are never to be in one group. */
  public void part(int one, int other) {
    apartFrom(group(one)).add(group(other));
    apartFrom(group(other)).add(group(one));
  }

  /** Ties two members unless their groups are to stay apart; whether they are one group now. */
  public boolean tie(int one, int other) {
    int first = group(one);
    int second = group(other);
    if (first == second) {
      return true;
    }
    if (apart.getOrDefault(first, Set.of()).contains(second)) {
      return false;
    }
    groups.tie(first, second);
    int gone = group(one) == first ? second : first;
    Set<Integer> inherited = apart.remove(gone);
    if (inherited != null) {
      for (int from : inherited) {
        apart.get(from).remove(gone);
        part(group(one), from);
      }
    }
    return true;
  }

  private Set<Integer> apartFrom(int group) {
    return apart.computeIfAbsent(group, none -> new HashSet<>());
  }

  /** The smallest member of the group of a member. */
  public int group(int member) {
    return groups.smallest(member);
  }
}
