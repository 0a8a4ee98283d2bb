package io.tributary.lake.ops;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;

import io.tributary.lake.Field;
import io.tributary.lake.Table;

/** The table versions that belong together, night by night; readers take the latest set. */
public final class Published {
  public static final Field TABLE_NAME = required("table_name", TEXT, "The table");
  public static final Field VERSION = required("version", LONG, "Its version in the set");

  public static final Table TABLE =
      Table.ops(
              "published",
              "One row per published run and table.",
              Runs.RUN,
              Runs.AS_OF,
              TABLE_NAME,
              VERSION)
          .key(Runs.RUN, TABLE_NAME);

  private Published() {}
}
