package io.tributary.models.identity.resolution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tributary.models.identity.compare.Comparison;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Dates that stand where none is known, such as 1900-01-01: many records give one, and many more
 * than give its peers, which are the days of its month, the months of its year, or the years. So
 * children of one year keep their birthdays, and years stay where nobody knows more.
 */
final class Fillers {
  /** A filler is given by more records than this, and by a larger share of all. */
  private static final int LEAST = 50;

  private static final double LEAST_SHARE = 0.002;

  /** So many times as many records give a filler as give a peer. */
  private static final int TIMES = 5;

  /** So many days of a month, or months of a year, may be fillers. */
  private static final int OUTSTANDING = 2;

  private Fillers() {}

  /**
   * The fillers among dates.
   *
   * @param counts how many records give each; where a date is among them, so are its peers
   * @param records how many records decide how common a date may be
   */
  static Set<String> among(Comparison dates, Map<String, Long> counts, long records) {
    long least = Math.max(LEAST, (long) (records * LEAST_SHARE));
    Map<String, List<Long>> peers =
        counts.entrySet().stream()
            .collect(
                groupingBy(
                    count -> dates.peers(count.getKey()), mapping(Map.Entry::getValue, toList())));
    Map<String, Long> most = new HashMap<>();
    peers.forEach((of, given) -> most.put(of, Math.max(least, TIMES * usual(given, of.isEmpty()))));
    Map<String, Long> fillers = new HashMap<>(counts);
    fillers.entrySet().removeIf(count -> count.getValue() <= most.get(dates.peers(count.getKey())));
    return fillers.keySet();
  }

  /**
   * How many records give the date that the record in the middle gives. Of years none is left out
   * before: of two in a file of pupils both are usual.
   */
  private static long usual(List<Long> counts, boolean isOfYears) {
    List<Long> others =
        counts.stream()
            .sorted(Comparator.reverseOrder())
            .skip(isOfYears ? 0 : OUTSTANDING)
            .toList();
    long all = others.stream().mapToLong(Long::longValue).sum();
    long commoner = 0;
    for (long count : others) {
      commoner += count;
      if (2 * commoner >= all) {
        return count;
      }
    }
    return 0;
  }
}
