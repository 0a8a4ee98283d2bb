package io.tributary.lake.ops;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.TEXTS;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** What was planned and how it ended. */
public final class Runs {
  public static final Field RUN = required("run", LONG, "The run's number");
  public static final Field EVENT =
      required("event", TEXT, "planned, published, or gated when a data gate kept it back");
  public static final Field AS_OF = required("as_of", DATE, "The day the run takes for today");
  public static final Field AT = required("at", INSTANT, "When it was recorded");
  public static final Field SELECTION = required("selection", TEXTS, "The steps chosen, by name");
  public static final Field FILES =
      required(
          "files",
          new ArrayType(
              new StructType()
                  .add("source", StringType)
                  .add("path", StringType)
                  .add("account", StringType)
                  .add("delivered", DateType)
                  .add("bytes", LongType)
                  .add("modified", LongType),
              false),
          "The landing files the run was planned to read");
  public static final Field VERSIONS =
      required(
          "versions",
          new MapType(StringType, LongType, false),
          "Each table's version when the run was planned");
  public static final Field COPIES =
      optional(
          "copies",
          new MapType(StringType, StringType, false),
          "Of those files the ones that are not read, since their bytes landed before: their hashes"
              + " by path; null when there are none");

  public static final Table TABLE =
      Table.ops(
              "runs",
              "One row per run and event.",
              RUN,
              EVENT,
              AS_OF,
              AT,
              SELECTION,
              FILES,
              VERSIONS,
              COPIES)
          .key(RUN, EVENT);

  private Runs() {}
}
