package io.tributary.lake.quality;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How the rows of a table's last nights were filled: what tonight's are held against. */
public record Usual(List<Profile> nights) {
  public static final Usual UNKNOWN = new Usual(List.of());

  /** The share of a column's cells that were filled; empty without rows. */
  OptionalDouble filled(String column) {
    long rows = rows(column);
    return rows == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (double) total(column) / rows);
  }

  /**
   * The smallest share that chance explains among so many rows: three standard errors of the
   * difference of two proportions below the usual one.
   */
  double least(String column, long rows) {
    double usual = filled(column).orElse(0);
    double error = Math.sqrt(usual * (1 - usual) * (1.0 / rows + 1.0 / rows(column)));
    return Math.max(0, usual - 3 * error);
  }

  private long rows(String column) {
    return nights.stream()
        .filter(night -> night.unfilled().containsKey(column))
        .mapToLong(Profile::rows)
        .sum();
  }

  private long total(String column) {
    return nights.stream()
        .map(Profile::unfilled)
        .mapToLong((Map<String, Long> unfilled) -> unfilled.getOrDefault(column, 0L))
        .sum();
  }
}
