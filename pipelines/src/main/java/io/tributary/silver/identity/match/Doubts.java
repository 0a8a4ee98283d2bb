package io.tributary.silver.identity.match;

import io.tributary.models.identity.cluster.Agglomeration;
import io.tributary.models.identity.resolution.Linker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who of a group of people may be one with another, so that somebody should look. */
final class Doubts {
  private final Agglomeration united;
  private final Linker linker;
  private final Set<List<Integer>> parted;

  /**
   * The doubts about a group.
   *
   * @param united who of the group is one
   * @param ties the pairs of records that carry the same identifier
   */
  Doubts(Agglomeration united, List<int[]> ties, Linker linker) {
    this.united = united;
    this.linker = linker;
    this.parted = parted(ties, united.people());
  }

  /**
   * Two people, named by their first records, which stand for all of theirs.
   *
   * @param reason why somebody should look at them; null where nobody need
   */
  record Pair(int one, int other, double bits, ReviewReason reason) {}

  /** Which people carry an identifier of each other, and are not one all the same. */
  private static Set<List<Integer>> parted(List<int[]> ties, int[] people) {
    Set<List<Integer>> parted = new HashSet<>();
    for (int[] tie : ties) {
      int one = people[tie[0]];
      int other = people[tie[1]];
      if (one != other) {
        parted.add(List.of(Math.min(one, other), Math.max(one, other)));
      }
    }
    return parted;
  }

  /** The pairs that somebody should look at, and those from a probability on. */
  List<Pair> pairs(double least) {
    int[] people = united.people();
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < people.length; one++) {
      for (int other = one + 1; other < people.length; other++) {
        if (people[one] == one && people[other] == other) {
          double bits = united.odds(one, other);
          double probability = linker.probability(bits);
          ReviewReason reason = reason(one, other, probability);
          if (reason != null || probability >= least) {
            pairs.add(new Pair(one, other, bits, reason));
          }
        }
      }
    }
    return pairs;
  }

  private ReviewReason reason(int one, int other, double probability) {
    if (parted.contains(List.of(one, other))) {
      return ReviewReason.IDENTIFIER;
    }
    return probability >= linker.settings().review() ? ReviewReason.LIKENESS : null;
  }
}
