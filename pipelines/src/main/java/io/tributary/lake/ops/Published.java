package io.tributary.lake.ops;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;

/** The table versions that belong together, night by night; readers take the latest set. */
public final class Published {
  public static final Field TABLE_NAME = required("table_name", TEXT, "The table");
  public static final Field VERSION = required("version", LONG, "Its version in the set");

  public static final Field HELD =
      optional(
          "held",
          new MapType(DataTypes.StringType, DataTypes.LongType, false),
          "The earlier versions at which rows of brands stand that a gate holds, -1 where they have"
              + " none; null where no brand is held");

  public static final Table TABLE =
      Table.ops(
              "published",
              "One row per published run and table.",
              Runs.RUN,
              Runs.AS_OF,
              TABLE_NAME,
              VERSION,
              HELD)
          .key(Runs.RUN, TABLE_NAME);

  private Published() {}
}
