package io.tributary.lake.ops;

import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import org.apache.spark.sql.types.MapType;

/** What each step of each run did. */
public final class Steps {
  private static final MapType COUNTS = new MapType(StringType, LongType, false);

  public static final Field STEP = required("step", TEXT, "The step's name");
  public static final Field STATUS =
      required("status", TEXT, "DONE, UNCHANGED, FAILED or BLOCKED by a failure before it");
  public static final Field SIGNATURE =
      required(
          "signature", TEXT, "What its result depends on; equal signatures mean equal results");
  public static final Field CONSUMED =
      required("consumed", COUNTS, "The versions of the tables it read");
  public static final Field WRITTEN = required("written", COUNTS, "Rows written, by table");
  public static final Field STARTED_AT = required("started_at", INSTANT, "When it began");
  public static final Field SECONDS = required("seconds", DOUBLE, "How long it took");
  public static final Field MESSAGE = optional("message", TEXT, "Why it failed or was blocked");

  public static final Table TABLE =
      Table.ops(
              "steps",
              "One row per run and step.",
              Runs.RUN,
              STEP,
              STATUS,
              SIGNATURE,
              CONSUMED,
              WRITTEN,
              STARTED_AT,
              SECONDS,
              MESSAGE)
          .key(Runs.RUN, STEP);

  private Steps() {}
}
