package io.tributary.lake.ops;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;

import io.tributary.lake.Field;
import io.tributary.lake.Table;

/** The ledger of what became of every record of every landing file. */
public final class Files {
  public static final Field SOURCE = required("source", TEXT, "The source the file belongs to");
  public static final Field FILE = required("file", TEXT, "The file's path");
  public static final Field FILE_HASH = required("file_hash", TEXT, "SHA-256 of its bytes");
  public static final Field DELIVERED = required("delivered", DATE, "The date of its delivery");
  public static final Field BYTES =
      optional("bytes", LONG, "Its size; null in the lines of later runs");
  public static final Field MODIFIED =
      optional("modified", LONG, "Its time in milliseconds since 1970; null in later runs' lines");
  public static final Field LANDED = required("landed", LONG, "Records read in this run");
  public static final Field ACCEPTED = required("accepted", LONG, "Records that stand");
  public static final Field DUPLICATE = required("duplicate", LONG, "Copies of a standing record");
  public static final Field SUPERSEDED =
      required("superseded", LONG, "Records that a newer one replaced");
  public static final Field QUARANTINED = required("quarantined", LONG, "Records set aside");
  public static final Field DEFECT = optional("defect", TEXT, "Why the file was set aside whole");

  public static final Table TABLE =
      Table.ops(
              "files",
              "One row per run and landing file whose records changed their outcome; sums per file"
                  + " say how its records stand today.",
              Runs.RUN,
              SOURCE,
              FILE,
              FILE_HASH,
              DELIVERED,
              BYTES,
              MODIFIED,
              LANDED,
              ACCEPTED,
              DUPLICATE,
              SUPERSEDED,
              QUARANTINED,
              DEFECT)
          .key(Runs.RUN, SOURCE, FILE);

  private Files() {}
}
