package io.tributary.models.identity.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The identifiers that the records of groups hold, of kinds of which nobody has more than some: two
 * members of a loyalty programme are two people, however alike.
 */
public final class Holdings {
  private final List<Integer> limits;
  private final List<Map<Integer, Set<Long>>> held = new ArrayList<>();

  /**
   * Nothing held yet.
   *
   * @param limits how many different values of each kind one person may hold
   */
  public Holdings(List<Integer> limits) {
    this.limits = List.copyOf(limits);
    limits.forEach(limit -> held.add(new HashMap<>()));
  }

  /** No kind is limited. */
  public static Holdings none() {
    return new Holdings(List.of());
  }

  /** Tells that a record holds a value of a kind, by the place of its limit. */
  public void add(int record, int kind, long value) {
    held.get(kind).computeIfAbsent(record, none -> new HashSet<>(2)).add(value);
  }

  /** Whether what two groups, each named by its first record, hold may be one person's. */
  boolean fit(int one, int other) {
    for (int kind = 0; kind < limits.size(); kind++) {
      Set<Long> ones = held.get(kind).get(one);
      Set<Long> others = held.get(kind).get(other);
      if (ones != null && others != null && together(ones, others) > limits.get(kind)) {
        return false;
      }
    }
    return true;
  }

  private static long together(Set<Long> ones, Set<Long> others) {
    return ones.size() + others.stream().filter(value -> !ones.contains(value)).count();
  }

  /** Gives a group what another held. */
  void unite(int one, int other) {
    for (Map<Integer, Set<Long>> ofKind : held) {
      Set<Long> others = ofKind.remove(other);
      if (others != null) {
        ofKind.computeIfAbsent(one, none -> new HashSet<>(2)).addAll(others);
      }
    }
  }
}
