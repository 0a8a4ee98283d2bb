package io.tributary.lake.quality;

import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a quality score is the mean of. */
public enum Dimension {
  /** Cells that should be filled are. */
  COMPLETENESS,
  /** Cells lie in their domain. */
  VALIDITY,
  /** Keys come once. */
  UNIQUENESS,
  /** The sources have delivered within their window. */
  TIMELINESS,
  /** References are met and sums add up. */
  CONSISTENCY;

  /** The name of the rule that a key comes once. */
  public static final String KEY_IS_UNIQUE = "key is unique";

  /** The name as columns and messages have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A rule on one column is about its domain; one that binds several is about their agreement. */
  static Dimension of(Check check, Table table) {
    if (check.name().equals(KEY_IS_UNIQUE)) {
      return UNIQUENESS;
    }
    long columns =
        table.fields().stream().filter(field -> mentions(check.condition(), field)).count();
    return check.scope() == Check.Scope.ROW && columns <= 1 ? VALIDITY : CONSISTENCY;
  }

  private static boolean mentions(String condition, Field field) {
    return Pattern.compile("\\b" + Pattern.quote(field.name()) + "\\b").matcher(condition).find();
  }
}
