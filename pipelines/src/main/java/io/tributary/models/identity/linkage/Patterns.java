package io.tributary.models.identity.linkage;

import java.util.HashMap;
import java.util.Map;

/** How many pairs of records compare alike; all that training needs to know of them. */
public final class Patterns {
  private final Map<Pattern, long[]> counts = new HashMap<>();

  /**
   * A way in which pairs compare.
   *
   * @param evidence as packed by {@link Evidence}
   * @param rules the blocking rules that bring such a pair together, a bit a rule
   */
  public record Pattern(long evidence, int rules) {}

  /** Reads one pattern and how many pairs show it. */
  @FunctionalInterface
  public interface Reader {
    void read(long evidence, int rules, long pairs);
  }

  public void add(long evidence, int rules, long pairs) {
    counts.computeIfAbsent(new Pattern(evidence, rules), key -> new long[1])[0] += pairs;
  }

  public void forEach(Reader reader) {
    counts.forEach((key, pairs) -> reader.read(key.evidence(), key.rules(), pairs[0]));
  }

  public int size() {
    return counts.size();
  }

  /** How many pairs were counted. */
  public long pairs() {
    return counts.values().stream().mapToLong(pairs -> pairs[0]).sum();
  }
}
