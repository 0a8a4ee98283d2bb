package io.tributary.silver.identity;

import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.identity.match.Matched;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whom somebody should look at: two people who may be one, but not surely enough to join them. */
public final class ReviewQueue {
  public static final Field OTHER_RECORD_KEY =
      required("other_record_key", TEXT, "A profile of the other person");
  public static final Field PROBABILITY =
      required("probability", DOUBLE, "How probable it is that they are one person");

  public static final Table TABLE =
      Table.silver(
              "review_queue",
              "One row per two people who may be one, each named by one of their profiles.",
              Records.RECORD_KEY,
              OTHER_RECORD_KEY,
              PROBABILITY)
          .key(Records.RECORD_KEY, OTHER_RECORD_KEY);

  private ReviewQueue() {}

  /** The doubtful pairs, but for those whom identifiers have made one. */
  static Dataset<Row> of(Dataset<Row> doubtful, Dataset<Row> links) {
    Field other = required("other_id", TEXT, "The master customer of the other profile");
    Dataset<Row> of =
        links.select(Records.RECORD_KEY.col(), IdentityLinks.MASTER_CUSTOMER_ID.col());
    Dataset<Row> ofOther =
        links.select(
            OTHER_RECORD_KEY.from(Records.RECORD_KEY.col()),
            other.from(IdentityLinks.MASTER_CUSTOMER_ID.col()));
    return TABLE.select(
        doubtful
            .withColumnRenamed(Matched.PERSON_KEY.name(), OTHER_RECORD_KEY.name())
            .join(of, Records.RECORD_KEY.name())
            .join(ofOther, OTHER_RECORD_KEY.name())
            .filter(IdentityLinks.MASTER_CUSTOMER_ID.col().notEqual(other.col())));
  }
}
