package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Links by likeness drawn at random, so that somebody sees how many of them are right. */
public final class ReviewSample {
  /** Why somebody is asked about a pair of the sample. */
  public static final String AUDIT = "audit";

  private static final Field FOUNDER_KEY =
      Field.required("founder_key", Field.TEXT, "The person's first profile");

  private ReviewSample() {}

  /** Every link by likeness, with the first profile of its person, as the queue lists pairs. */
  public static Dataset<Row> links(Dataset<Row> identityLinks) {
    Dataset<Row> founders =
        identityLinks
            .filter(IdentityLinks.METHOD.col().equalTo(Clusters.FOUNDER))
            .select(
                FOUNDER_KEY.from(Records.RECORD_KEY.col()), IdentityLinks.MASTER_CUSTOMER_ID.col());
    Dataset<Row> likely =
        identityLinks
            .filter(IdentityLinks.METHOD.col().equalTo(IdentifierKind.PROBABILISTIC.text()))
            .join(founders, IdentityLinks.MASTER_CUSTOMER_ID.name());
    return likely.select(
        FOUNDER_KEY.col().as(Records.RECORD_KEY.name()),
        ReviewQueue.OTHER_RECORD_KEY.from(Records.RECORD_KEY.col()),
        ReviewQueue.PROBABILITY.from(IdentityLinks.CONFIDENCE.col()),
        ReviewQueue.REASON.from(lit(AUDIT)));
  }

  /**
   * Some of them, each as likely to be drawn as any other, and the same ones whenever it is asked:
   * a link that was decided is none by likeness any more, so the next draw has others.
   */
  public static Dataset<Row> drawn(Dataset<Row> identityLinks, int links) {
    return links(identityLinks)
        .orderBy(xxhash64(ReviewQueue.OTHER_RECORD_KEY.col()), ReviewQueue.OTHER_RECORD_KEY.col())
        .limit(links);
  }
}
