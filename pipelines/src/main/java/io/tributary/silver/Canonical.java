package io.tributary.silver;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Field;
import org.apache.spark.sql.Column;

/** One way of writing each identifier, so that equal ones compare equal; null when it is none. */
final class Canonical {
  private static final String ADDRESS = "(?U)^\\s*[^@\\s]+@[^@\\s]+\\s*$";

  /** What systems and people enter where there is no number to enter. */
  private static final String NO_NUMBER =
      "(?iU)^\\s*(0*|-+|-1|null|none|nan|n/?a|unknown|anonymous)\\s*$";

  private Canonical() {}

  static Column email(Column given) {
    return when(given.rlike(ADDRESS), lower(trimmed(given)));
  }

  /** The condition in SQL under which {@link #email} gives an address. */
  static String isEmail(String column) {
    return column + " rlike " + literal(ADDRESS);
  }

  static Column loyalty(Column given) {
    return number(upper(trimmed(given)));
  }

  /** The condition in SQL under which {@link #loyalty} gives a number. */
  static String isLoyalty(String column) {
    return column + " not rlike " + literal(NO_NUMBER);
  }

  /** The platform ids that are some, each once, sorted; none of null. */
  static Column platforms(Column given) {
    Column ids = array_compact(transform(given, id -> number(trimmed(id))));
    return coalesce(array_sort(array_distinct(ids)), array().cast(Field.TEXTS));
  }

  static Column text(Column given) {
    Column text = trimmed(given);
    return when(text.notEqual(""), text);
  }

  private static String literal(String pattern) {
    return "'" + pattern.replace("\\", "\\\\") + "'";
  }

  private static Column number(Column trimmed) {
    return when(trimmed.rlike(NO_NUMBER), lit(null)).otherwise(trimmed);
  }

  /** Without white space around it, the non-breaking kind that forms and sheets leave included. */
  private static Column trimmed(Column given) {
    return regexp_replace(given, "(?U)^\\s+|\\s+$", "");
  }
}
