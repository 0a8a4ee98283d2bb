package io.tributary.silver.identity;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whose profiles are somebody else's than before. */
final class Moves {
  static final Field FORMER_ID =
      required("former_id", TEXT, "The master customer of the profiles until now");
  static final Field MOVED = required("moved", LONG, "How many profiles went the same way");

  private Moves() {}

  /** From whom to whom how many profiles went. */
  static Dataset<Row> of(Dataset<Row> linksBefore, Dataset<Row> links) {
    Dataset<Row> before =
        linksBefore.select(
            Records.RECORD_KEY.col(), FORMER_ID.from(IdentityLinks.MASTER_CUSTOMER_ID.col()));
    return links
        .join(before, Records.RECORD_KEY.name())
        .filter(IdentityLinks.MASTER_CUSTOMER_ID.col().notEqual(FORMER_ID.col()))
        .groupBy(FORMER_ID.col(), IdentityLinks.MASTER_CUSTOMER_ID.col())
        .agg(MOVED.from(count(lit(1))));
  }
}
