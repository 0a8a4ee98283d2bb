package io.tributary.models.rfm;

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

  private static final Set<Level> ANY = Set.copyOf(EnumSet.allOf(Level.class));

  public Condition {
    recency = recency == null ? ANY : Set.copyOf(recency);
    frequency = frequency == null ? ANY : Set.copyOf(frequency);
    monetary = monetary == null ? ANY : Set.copyOf(monetary);
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
}
