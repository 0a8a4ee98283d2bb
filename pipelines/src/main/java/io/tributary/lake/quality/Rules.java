package io.tributary.lake.quality;

import io.tributary.lake.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How far rows keep the rules of a dimension: the mean over its rules. */
final class Rules {
  private final List<Kept> all = new ArrayList<>();

  /** A rule of a dimension, the part of the rows that keeps it, and how it is broken. */
  private record Kept(Dimension dimension, double share, String words) {}

  Rules(Table table, Profile profile, List<Finding> findings) {
    for (Finding finding : findings) {
      all.add(new Kept(Dimension.of(finding.check(), table), finding.kept(), finding.words()));
    }
    profile
        .strange()
        .forEach(
            (column, strange) ->
                all.add(
                    new Kept(
                        Dimension.VALIDITY,
                        profile.rows() == 0 ? 1 : 1 - (double) strange / profile.rows(),
                        String.format(
                            Locale.ROOT,
                            "%s is out of all bounds in %,d of %,d rows",
                            column,
                            strange,
                            profile.rows()))));
  }

  double points(Dimension dimension) {
    return 100
        * all.stream()
            .filter(rule -> rule.dimension() == dimension)
            .mapToDouble(Kept::share)
            .average()
            .orElse(1);
  }

  List<String> lost(Dimension dimension) {
    return all.stream()
        .filter(rule -> rule.dimension() == dimension && rule.share() < 1)
        .sorted(Comparator.comparingDouble(Kept::share))
        .map(Kept::words)
        .toList();
  }
}
