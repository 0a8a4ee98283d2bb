package io.tributary.models.identity.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Patterns in arrays, in an order that depends on nothing but themselves. */
final class PatternTable {
  final long[] evidence;
  final int[] rules;
  final double[] pairs;

  PatternTable(Patterns patterns) {
    List<long[]> rows = new ArrayList<>(patterns.size());
    patterns.forEach((found, by, count) -> rows.add(new long[] {found, by, count}));
    rows.sort(Comparator.<long[]>comparingLong(row -> row[0]).thenComparingLong(row -> row[1]));
    evidence = rows.stream().mapToLong(row -> row[0]).toArray();
    rules = rows.stream().mapToInt(row -> (int) row[1]).toArray();
    pairs = rows.stream().mapToDouble(row -> row[2]).toArray();
  }

  private PatternTable(long[] evidence, int[] rules, double[] pairs) {
    this.evidence = evidence;
    this.rules = rules;
    this.pairs = pairs;
  }

  /** The patterns of which {@code values} stay below {@code limit}. */
  PatternTable without(double[] values, double limit) {
    int[] kept = IntStream.range(0, size()).filter(at -> values[at] < limit).toArray();
    return new PatternTable(
        IntStream.of(kept).mapToLong(at -> evidence[at]).toArray(),
        IntStream.of(kept).map(at -> rules[at]).toArray(),
        IntStream.of(kept).mapToDouble(at -> pairs[at]).toArray());
  }

  /** How many pairs there are, each pattern's weighed. */
  double sum(double[] weights) {
    return IntStream.range(0, size()).mapToDouble(at -> weights[at] * pairs[at]).sum();
  }

  int size() {
    return evidence.length;
  }
}
