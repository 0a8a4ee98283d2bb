package io.tributary.lake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the steps that could begin goes first: the one that the longest chain of others waits
 * for, so that a night does not end with one step at work and the rest long done.
 */
final class Precedence {
  private final List<Step> steps;
  private final Map<String, Integer> waiting = new HashMap<>();

  private Precedence(List<Step> steps) {
    this.steps = steps;
  }

  /** Of steps in an order in which none waits for a later one. */
  static Precedence of(List<Step> steps) {
    Precedence precedence = new Precedence(steps);
    for (int place = steps.size() - 1; place >= 0; place--) {
      precedence.measure(place);
    }
    return precedence;
  }

  private void measure(int place) {
    Step step = steps.get(place);
    int longest =
        steps.subList(place + 1, steps.size()).stream()
            .filter(later -> later.isFedBy(step))
            .mapToInt(later -> 1 + waitingFor(later))
            .max()
            .orElse(0);
    waiting.put(step.name(), longest);
  }

  /** The length of the longest chain of steps that waits for a step. */
  int waitingFor(Step step) {
    return waiting.get(step.name());
  }

  /** A step's work, to be taken in its turn; equal steps in the order they are listed. */
  Runnable turn(Step step, Runnable work) {
    return new Turn(waitingFor(step), steps.indexOf(step), work);
  }

  private record Turn(int waiting, int place, Runnable work) implements Runnable, Comparable<Turn> {
    private static final Comparator<Turn> FIRST =
        Comparator.comparingInt(Turn::waiting).reversed().thenComparingInt(Turn::place);

    @Override
    public void run() {
      work.run();
    }

    @Override
    public int compareTo(Turn other) {
      return FIRST.compare(this, other);
    }
  }
}
