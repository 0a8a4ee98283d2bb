package io.tributary.lake.quality;

import io.tributary.lake.Check;
import java.util.Locale;

/** What a check found: the rows that broke it, or one for a broken rule about the table. */
public record Finding(Check check, long rows, long violations) {
  public boolean isBroken() {
    return violations > 0;
  }

  public boolean isFailure() {
    return isBroken() && check.level() == Check.Level.FAIL;
  }

  public String words() {
    String rule = "'" + check.name() + "' (" + check.condition() + ")";
    return switch (check.scope()) {
      case ROW -> violations + " of " + rows + " rows break " + rule;
      case TABLE -> rule + " does not hold";
      case REFERENCE ->
          String.format(
              Locale.ROOT,
              "%,d of %,d rows (%.1f %%) name what is not there: %s; deliver it, or map the column"
                  + " as the source of what it names writes it",
              violations,
              rows,
              100.0 * violations / rows,
              rule);
    };
  }

  /** The part of what was looked at that keeps the rule, 0 to 1. */
  double kept() {
    long looked = check.scope() == Check.Scope.TABLE ? 1 : rows;
    return looked == 0 ? 1 : 1 - (double) Math.min(violations, looked) / looked;
  }
}
