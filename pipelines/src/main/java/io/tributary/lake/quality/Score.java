package io.tributary.lake.quality;

import io.tributary.lake.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How good a table's rows are, 0 to 100: the mean of five dimensions.
 *
 * @param points each dimension's, 0 to 100; one without anything to measure stands at 100
 * @param lost why a dimension is below 100, in words
 */
public record Score(Map<Dimension, Double> points, Map<Dimension, String> lost) {
  /** A score below it raises an alert. */
  public static final double ALERT = 95;

  private static final int SHOWN = 3;

  /** The score of rows by what was counted on them, and by how the sources have delivered. */
  public static Score of(
      Table table, Profile profile, List<Finding> findings, Usual usual, Timeliness timeliness) {
    Map<Dimension, Double> points = new EnumMap<>(Dimension.class);
    Map<Dimension, String> lost = new EnumMap<>(Dimension.class);
    Filling filling = Filling.of(table, profile, usual);
    Rules rules = new Rules(table, profile, findings);
    points.put(Dimension.COMPLETENESS, rounded(filling.points()));
    lost.put(Dimension.COMPLETENESS, few(filling.lost()));
    for (Dimension ruled :
        List.of(Dimension.VALIDITY, Dimension.UNIQUENESS, Dimension.CONSISTENCY)) {
      points.put(ruled, rounded(rules.points(ruled)));
      lost.put(ruled, few(rules.lost(ruled)));
    }
    lost.values().removeIf(String::isEmpty);
    return new Score(points, lost).with(timeliness);
  }

  /** The same rows on a day on which their sources stand differently. */
  public Score with(Timeliness timeliness) {
    Map<Dimension, Double> moved = new EnumMap<>(Dimension.class);
    moved.putAll(points);
    moved.put(Dimension.TIMELINESS, rounded(timeliness.points()));
    Map<Dimension, String> words = new EnumMap<>(Dimension.class);
    words.putAll(lost);
    words.remove(Dimension.TIMELINESS);
    if (timeliness.lost() != null) {
      words.put(Dimension.TIMELINESS, timeliness.lost());
    }
    return new Score(moved, words);
  }

  public double total() {
    return rounded(points.values().stream().mapToDouble(Double::doubleValue).average().orElse(100));
  }

  /** What it would be if all sources had delivered. */
  double inTime() {
    return with(new Timeliness(100, null, null)).total();
  }

  /** The points lost, as an operator reads them. */
  public String words() {
    return "quality %s of 100. Lost: %s"
        .formatted(
            figure(total()),
            lost.entrySet().stream()
                .map(
                    one ->
                        "%s points by %s (%s)"
                            .formatted(
                                figure((100 - points.get(one.getKey())) / points.size()),
                                one.getKey().word(),
                                one.getValue()))
                .collect(Collectors.joining("; ")));
  }

  static String few(List<String> reasons) {
    String first = reasons.stream().limit(SHOWN).collect(Collectors.joining("; "));
    int more = reasons.size() - SHOWN;
    return more > 0 ? first + "; and " + more + " more" : first;
  }

  private static String figure(double points) {
    return String.format(Locale.ROOT, "%.1f", points);
  }

  private static double rounded(double points) {
    return Math.round(points * 100) / 100.0;
  }
}
