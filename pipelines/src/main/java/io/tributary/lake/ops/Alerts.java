package io.tributary.lake.ops;

import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;

import io.tributary.lake.Field;
import io.tributary.lake.Table;

/** What an operator must know of. */
public final class Alerts {
  public static final Field SUBJECT =
      required("subject", TEXT, "The source, file or table it is about");
  public static final Field MESSAGE =
      required("message", TEXT, "What happened, why, and what to do");

  public static final Table TABLE =
      Table.ops("alerts", "One row per alert of a run.", Runs.RUN, SUBJECT, MESSAGE);

  private Alerts() {}
}
