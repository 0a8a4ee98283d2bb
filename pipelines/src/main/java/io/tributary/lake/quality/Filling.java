package io.tributary.lake.quality;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How many of the cells that should be filled are. A required column should be filled in every row;
 * an optional one as often as it usually is, chance apart.
 */
record Filling(double wanted, List<Gap> gaps) {

  /** Cells of a column that are missing. */
  record Gap(String column, double cells, double share, String words) {}

  static Filling of(Table table, Profile profile, Usual usual) {
    List<Gap> gaps = new ArrayList<>();
    double wanted = 0;
    for (Field field : table.fields()) {
      double share = field.nullable() ? usual.filled(field.name()).orElse(0) : 1;
      wanted += share * profile.rows();
      double least =
          field.nullable() && share > 0 ? usual.least(field.name(), profile.rows()) : share;
      long filled = profile.rows() - profile.unfilled().getOrDefault(field.name(), 0L);
      double missing = least * profile.rows() - filled;
      // A cell is missing or it is not; less than half a one is rounding.
      if (missing >= 0.5) {
        gaps.add(gap(field, profile.rows(), filled, share));
      }
    }
    return new Filling(
        wanted, gaps.stream().sorted(Comparator.comparing(Gap::cells).reversed()).toList());
  }

  private static Gap gap(Field field, long rows, long filled, double share) {
    String words =
        field.nullable()
            ? "%s is filled in %.0f %% of %,d rows, in %.0f %% before"
            : "%1$s is blank in %5$,d of %3$,d rows";
    double missing = share * rows - filled;
    return new Gap(
        field.name(),
        missing,
        missing / rows,
        String.format(
            Locale.ROOT,
            words,
            field.name(),
            100.0 * filled / rows,
            rows,
            100 * share,
            rows - filled));
  }

  double points() {
    double missing = gaps.stream().mapToDouble(Gap::cells).sum();
    return wanted == 0 ? 100 : 100 * (1 - missing / wanted);
  }

  List<String> lost() {
    return gaps.stream().map(Gap::words).toList();
  }
}
