package io.tributary.models.rfm;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Cells that agree on every aspect named.
 *
 * @param isNew null when newness does not matter
 * @param recency the levels allowed; an aspect that does not matter allows all three
 */
public record Condition(
    Boolean isNew, Set<Level> recency, Set<Level> frequency, Set<Level> monetary) {

  private static final Set<Level> ANY = inOrder(EnumSet.allOf(Level.class));

  public Condition {
    recency = recency == null ? ANY : inOrder(recency);
    frequency = frequency == null ? ANY : inOrder(frequency);
    monetary = monetary == null ? ANY : inOrder(monetary);
    if (recency.isEmpty() || frequency.isEmpty() || monetary.isEmpty()) {
      throw new IllegalArgumentException(
          "a list of levels is empty, so nobody can meet it; leave the line out to allow any");
    }
  }

  boolean holdsFor(RfmCell cell) {
    return (isNew == null || isNew == cell.isNew())
        && recency.contains(cell.recency())
        && frequency.contains(cell.frequency())
        && monetary.contains(cell.monetary());
  }

  /** In the order of the levels, for a condition's text must be the same in every process. */
  private static Set<Level> inOrder(Set<Level> levels) {
    EnumSet<Level> sorted = EnumSet.noneOf(Level.class);
    sorted.addAll(levels);
    return Collections.unmodifiableSet(sorted);
  }
}
