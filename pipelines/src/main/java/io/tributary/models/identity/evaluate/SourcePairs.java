package io.tributary.models.identity.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pairs of records by the two sources they come from. */
public final class SourcePairs {
  private SourcePairs() {}

  /** How many pairs of two sources are one person in truth, were found to be, and are both. */
  public record Counts(long truePairs, long foundPairs, long rightPairs) {
    public double precision() {
      return foundPairs == 0 ? 1 : (double) rightPairs / foundPairs;
    }

    public double recall() {
      return truePairs == 0 ? 1 : (double) rightPairs / truePairs;
    }
  }

  /** The counts of records' true and found people and their sources, listed in the same order. */
  public static SortedMap<String, Counts> of(
      List<String> truth, List<String> found, List<String> sources) {
    Map<List<String>, Map<String, Long>> truths = new HashMap<>();
    Map<List<String>, Map<String, Long>> founds = new HashMap<>();
    Map<List<String>, Map<String, Long>> cells = new HashMap<>();
    for (int record = 0; record < truth.size(); record++) {
      String source = sources.get(record);
      add(truths, List.of(truth.get(record)), source);
      add(founds, List.of(found.get(record)), source);
      add(cells, List.of(truth.get(record), found.get(record)), source);
    }
    SortedMap<String, Long> inTruth = pairs(truths);
    SortedMap<String, Long> inFound = pairs(founds);
    SortedMap<String, Long> inBoth = pairs(cells);
    SortedMap<String, Counts> counts = new TreeMap<>();
    for (SortedMap<String, Long> of : List.of(inTruth, inFound)) {
      of.keySet()
          .forEach(
              pair ->
                  counts.put(
                      pair,
                      new Counts(
                          inTruth.getOrDefault(pair, 0L),
                          inFound.getOrDefault(pair, 0L),
                          inBoth.getOrDefault(pair, 0L))));
    }
    return counts;
  }

  private static void add(
      Map<List<String>, Map<String, Long>> people, List<String> person, String source) {
    people.computeIfAbsent(person, none -> new TreeMap<>()).merge(source, 1L, Long::sum);
  }

  private static SortedMap<String, Long> pairs(Map<List<String>, Map<String, Long>> people) {
    SortedMap<String, Long> pairs = new TreeMap<>();
    for (Map<String, Long> sizes : people.values()) {
      sizes.forEach(
          (one, first) ->
              sizes.forEach(
                  (other, second) -> {
                    int order = one.compareTo(other);
                    long made = order == 0 ? first * (first - 1) / 2 : first * second;
                    if (order <= 0 && made > 0) {
                      pairs.merge(one + " - " + other, made, Long::sum);
                    }
                  }));
    }
    return pairs;
  }
}
