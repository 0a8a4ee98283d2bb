package io.tributary.models.identity.review;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decisions of which each can be obeyed, and those that contradict one another and therefore wait.
 *
 * @param same pairs that are one person
 * @param different pairs that are not
 * @param contradictions decisions that cannot all be right
 */
public record Decisions(
    List<Decision> same, List<Decision> different, List<Contradiction> contradictions)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final Decisions NONE = new Decisions(List.of(), List.of(), List.of());

  /** Two records said to be different people, and the chain of decisions that makes them one. */
  public record Contradiction(Decision different, List<Decision> chain) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** All decisions of which one at least must be wrong. */
    public List<Decision> decisions() {
      return Stream.concat(Stream.of(different), chain.stream()).toList();
    }

    /** The contradiction in one sentence. */
    public String words() {
      List<String> steps =
          chain.stream().map(same -> same.one() + " = " + same.other()).sorted().toList();
      return "%s and %s were decided to be different people, but %s makes them one"
          .formatted(different.one(), different.other(), String.join(", ", steps));
    }
  }

  public Decisions {
    same = List.copyOf(same);
    different = List.copyOf(different);
    contradictions = List.copyOf(contradictions);
  }

  /** Sorts out decisions, one a pair; their order does not matter. */
  public static Decisions of(Collection<Decision> decisions) {
    TreeSet<Decision> same = new TreeSet<>(decisions.stream().filter(Decision::isSame).toList());
    TreeSet<Decision> different = new TreeSet<>(decisions);
    different.removeAll(same);
    List<Contradiction> contradictions = new ArrayList<>();
    for (Decision apart : List.copyOf(different)) {
      List<Decision> chain = chain(apart, same);
      // What one contradiction puts aside may leave another chain of the same two records.
      while (!chain.isEmpty()) {
        contradictions.add(new Contradiction(apart, chain));
        chain.forEach(same::remove);
        different.remove(apart);
        chain = chain(apart, same);
      }
    }
    return new Decisions(List.copyOf(same), List.copyOf(different), contradictions);
  }

  /** The shortest chain that makes two records one; empty when there is none. */
  private static List<Decision> chain(Decision apart, TreeSet<Decision> same) {
    Map<String, List<Decision>> of = new HashMap<>();
    for (Decision decision : same) {
      of.computeIfAbsent(decision.one(), none -> new ArrayList<>()).add(decision);
      of.computeIfAbsent(decision.other(), none -> new ArrayList<>()).add(decision);
    }
    Map<String, Decision> reached = new TreeMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(apart.one()));
    while (!next.isEmpty() && !reached.containsKey(apart.other())) {
      String record = next.poll();
      for (Decision decision : of.getOrDefault(record, List.of())) {
        String met = decision.opposite(record);
        if (!met.equals(apart.one()) && reached.putIfAbsent(met, decision) == null) {
          next.add(met);
        }
      }
    }
    List<Decision> chain = new ArrayList<>();
    String at = apart.other();
    while (reached.containsKey(at)) {
      chain.add(reached.get(at));
      at = reached.get(at).opposite(at);
    }
    return chain;
  }

  public boolean isEmpty() {
    return same.isEmpty() && different.isEmpty() && contradictions.isEmpty();
  }

  /** The records that a decision to be obeyed is about. */
  public List<String> records() {
    return Stream.concat(same.stream(), different.stream())
        .flatMap(decision -> Stream.of(decision.one(), decision.other()))
        .distinct()
        .sorted()
        .toList();
  }
}
