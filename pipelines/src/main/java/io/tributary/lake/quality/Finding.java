package io.tributary.lake.quality;

import io.tributary.lake.Check;

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
    return check.scope() == Check.Scope.TABLE
        ? rule + " does not hold"
        : violations + " of " + rows + " rows break " + rule;
  }

  /** The part of what was looked at that keeps the rule, 0 to 1. */
  double kept() {
    long looked = check.scope() == Check.Scope.TABLE ? 1 : rows;
    return looked == 0 ? 1 : 1 - (double) Math.min(violations, looked) / looked;
  }
}
