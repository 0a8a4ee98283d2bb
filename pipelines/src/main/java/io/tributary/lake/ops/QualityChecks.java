package io.tributary.lake.ops;

import static io.tributary.lake.Field.FLAG;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;

import io.tributary.lake.Field;
import io.tributary.lake.Table;

/** What each check found each time its table was written. */
public final class QualityChecks {
  public static final Field TABLE_NAME = required("table_name", TEXT, "The table checked");
  public static final Field CHECK = required("check_name", TEXT, "The check's name");
  public static final Field LEVEL = required("level", TEXT, "WARN or FAIL");
  public static final Field CONDITION = required("condition", TEXT, "What must hold");
  public static final Field ROWS = required("rows", LONG, "Rows looked at");
  public static final Field VIOLATIONS = required("violations", LONG, "Rows that broke it");
  public static final Field IS_PASSED = required("is_passed", FLAG, "Whether it held");

  public static final Table TABLE =
      Table.ops(
              "quality_checks",
              "One row per run, table and check.",
              Runs.RUN,
              TABLE_NAME,
              CHECK,
              LEVEL,
              CONDITION,
              ROWS,
              VIOLATIONS,
              IS_PASSED)
          .key(Runs.RUN, TABLE_NAME, CHECK);

  private QualityChecks() {}
}
