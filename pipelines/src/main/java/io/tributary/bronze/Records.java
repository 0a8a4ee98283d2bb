package io.tributary.bronze;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.VARIANT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;

import io.tributary.lake.Field;
import io.tributary.lake.Table;

/** The one declaration that every bronze table shares: a record exactly as received. */
public final class Records {
  public static final Field SOURCE = required("source", TEXT, "The source as named in its YAML");
  public static final Field ACCOUNT =
      optional("account", TEXT, "The shop, store, ad account or list within the source");
  public static final Field DELIVERY_DATE =
      required("delivery_date", DATE, "The date of the delivery that brought the record");
  public static final Field FILE = required("file", TEXT, "The landing file's path");
  public static final Field FILE_HASH =
      required("file_hash", TEXT, "SHA-256 of the file's bytes as delivered");
  public static final Field POSITION =
      required("position", LONG, "The record's place in its file, from 0; -1 for the file itself");
  public static final Field RECORD_KEY =
      required("record_key", TEXT, "Source, account and key; file hash and position without a key");
  public static final Field UNIT_KEY =
      required(
          "unit_key", TEXT, "What a newer delivery replaces as a whole: the record by default");
  public static final Field VERSION =
      optional("version", TEXT, "Orders the copies of a record; the greatest stands");
  public static final Field CONTENT_HASH =
      required("content_hash", TEXT, "MD5 of the raw text; settles ties between equal versions");
  public static final Field RAW = optional("raw", TEXT, "The record's text as received");
  public static final Field RECORD =
      optional("record", VARIANT, "The record parsed; the same form whatever the format was");
  public static final Field DEFECT =
      optional("defect", TEXT, "Why the text could not be read as a record; null when it could");
  public static final Field RUN = required("run", LONG, "The run that landed the record");

  private Records() {}

  /** The bronze table of a source. */
  public static Table table(String source) {
    return Table.bronze(
            source,
            "One row per record of " + source + " exactly as received.",
            SOURCE,
            ACCOUNT,
            DELIVERY_DATE,
            FILE,
            FILE_HASH,
            POSITION,
            RECORD_KEY,
            UNIT_KEY,
            VERSION,
            CONTENT_HASH,
            RAW,
            RECORD,
            DEFECT,
            RUN)
        .soughtBy(RECORD_KEY, UNIT_KEY, RUN);
  }
}
