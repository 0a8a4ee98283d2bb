package io.tributary.models.identity.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well found people agree with true ones.
 *
 * <p>Pairwise: over pairs of records. B-cubed (Bagga and Baldwin 1998): over records, each by the
 * share of its person that is right.
 *
 * @param truePairs pairs of records of one true person
 * @param foundPairs pairs of records of one found person
 * @param rightPairs pairs that are both
 */
public record Agreement(
    long truePairs, long foundPairs, long rightPairs, double cubedPrecision, double cubedRecall) {

  /** Two people, a true and a found one, by name. */
  private record Cell(String truth, String found) {}

  /** The agreement of records' true and found people, listed in the same order. */
  public static Agreement of(List<String> truth, List<String> found) {
    Map<Cell, Long> cells = new HashMap<>();
    Map<String, Long> truths = new HashMap<>();
    Map<String, Long> founds = new HashMap<>();
    for (int record = 0; record < truth.size(); record++) {
      cells.merge(new Cell(truth.get(record), found.get(record)), 1L, Long::sum);
      truths.merge(truth.get(record), 1L, Long::sum);
      founds.merge(found.get(record), 1L, Long::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Map.Entry<Cell, Long> cell : cells.entrySet()) {
      double shared = cell.getValue();
      precision += shared * shared / founds.get(cell.getKey().found());
      recall += shared * shared / truths.get(cell.getKey().truth());
    }
    double records = truth.size();
    return new Agreement(
        pairs(truths), pairs(founds), pairs(cells), precision / records, recall / records);
  }

  private static long pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }

  public double precision() {
    return foundPairs == 0 ? 1 : (double) rightPairs / foundPairs;
  }

  public double recall() {
    return truePairs == 0 ? 1 : (double) rightPairs / truePairs;
  }

  public double f1() {
    return 2.0 * rightPairs / Math.max(1, truePairs + foundPairs);
  }

  public double cubedF1() {
    return 2 * cubedPrecision * cubedRecall / (cubedPrecision + cubedRecall);
  }
}
