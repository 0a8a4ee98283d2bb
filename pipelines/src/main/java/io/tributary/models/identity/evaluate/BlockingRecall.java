package io.tributary.models.identity.evaluate;

import io.tributary.models.identity.blocking.Blocking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many pairs of records of one person meet at all; what does not meet cannot be found.
 *
 * @param truePairs pairs of records of one true person
 * @param metPairs those of them that share a block
 */
public record BlockingRecall(long truePairs, long metPairs) {

  /** The recall of records' true people and block keys, listed in the same order. */
  public static BlockingRecall of(List<String> truth, List<long[]> keys) {
    Map<String, List<long[]>> people = new HashMap<>();
    for (int record = 0; record < truth.size(); record++) {
      people.computeIfAbsent(truth.get(record), none -> new ArrayList<>()).add(keys.get(record));
    }
    long all = 0;
    long met = 0;
    for (List<long[]> records : people.values()) {
      for (int one = 0; one < records.size(); one++) {
        for (int other = one + 1; other < records.size(); other++) {
          all++;
          met += Blocking.common(records.get(one), records.get(other)) == 0 ? 0 : 1;
        }
      }
    }
    return new BlockingRecall(all, met);
  }

  public double share() {
    return truePairs == 0 ? 1 : (double) metPairs / truePairs;
  }
}
