package io.tributary.silver.identity.match;

import io.tributary.models.identity.cluster.Agglomeration;
import io.tributary.models.identity.cluster.Holdings;
import io.tributary.models.identity.cluster.Limit;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.resolution.Linker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What likeness would say of two records that each have a number of which nobody has two, if the
 * numbers neither tied nor parted them: so the numbers tell how often likeness is right.
 */
final class JudgedPairs {
  private JudgedPairs() {}

  /** Two records of a group, the odds of the model, and whether they have the same number. */
  record Pair(int one, int other, double bits, boolean isRight) {}

  /**
   * The pairs of a group of records that hang together.
   *
   * @param values what is compared of the records
   */
  static List<Pair> of(List<Row> group, List<Value[]> values, People.Plan plan) {
    Map<Integer, Long> numbers = numbers(group, plan.known().limits());
    if (numbers.size() < 2) {
      return List.of();
    }
    List<Integer> holders = List.copyOf(numbers.keySet());
    // Each holder goes with whom else they fit, so that all pairs of them are asked alike.
    Agglomeration apart =
        plan.linker()
            .unite(
                values,
                new Linker.Bonds(
                    LinkedGroup.ties(group), Holdings.none(), compared -> part(holders, compared)));
    List<Pair> pairs = new ArrayList<>();
    for (int one : holders) {
      for (int other : holders) {
        if (one < other) {
          boolean isRight = numbers.get(one).equals(numbers.get(other));
          pairs.add(new Pair(one, other, apart.unpartedOdds(one, other), isRight));
        }
      }
    }
    return pairs;
  }

  /** By record the number that tells who it is. */
  private static Map<Integer, Long> numbers(List<Row> group, List<Limit> limits) {
    Map<Integer, Long> numbers = new TreeMap<>();
    for (int record = 0; record < group.size(); record++) {
      long[] limited = Longs.of(group.get(record).getAs(4));
      for (int at = 0; at < limited.length; at += 2) {
        if (limits.get((int) limited[at]).isTelling()) {
          numbers.put(record, limited[at + 1]);
        }
      }
    }
    return numbers;
  }

  private static void part(List<Integer> holders, Agglomeration compared) {
    for (int one : holders) {
      for (int other : holders) {
        if (one < other) {
          compared.part(one, other);
        }
      }
    }
  }
}
