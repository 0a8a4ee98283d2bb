package io.tributary.lake.ops;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;

import io.tributary.lake.Field;
import io.tributary.lake.Table;

/** Records set aside, each with its reason and its raw text. */
public final class Quarantine {
  public static final Field SOURCE = required("source", TEXT, "The source");
  public static final Field FILE = required("file", TEXT, "The landing file");
  public static final Field FILE_HASH = required("file_hash", TEXT, "SHA-256 of the file's bytes");
  public static final Field POSITION = required("position", LONG, "The record's place in the file");
  public static final Field REASON = required("reason", TEXT, "What is wrong, field by field");
  public static final Field RAW = optional("raw", TEXT, "The record as received");

  public static final Table TABLE =
      Table.ops(
              "quarantine",
              "One row per record set aside.",
              Runs.RUN,
              SOURCE,
              FILE,
              FILE_HASH,
              POSITION,
              REASON,
              RAW)
          .restricted();

  private Quarantine() {}
}
