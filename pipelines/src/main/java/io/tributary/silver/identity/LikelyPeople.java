package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;

import io.tributary.bronze.Records;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.Matched;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Profiles that several fields together make one person, though no identifier does. */
public final class LikelyPeople {
  private LikelyPeople() {}

  /** What is compared: how to reach each customer, and what else the profile says. */
  public static Dataset<Row> profiles(Dataset<Row> customerRecord, Dataset<Row> contactPoints) {
    Dataset<Row> others =
        customerRecord.select(Records.RECORD_KEY.col(), CustomerRecord.GENDER.col());
    return contactPoints.join(others, Records.RECORD_KEY.name());
  }

  /** The profiles that are one with others, each tied to the first of its person. */
  static Dataset<Row> sharing(Dataset<Row> likely) {
    return likely.select(
        Records.RECORD_KEY.col(),
        Clusters.HUBS.from(array(Matched.PERSON_KEY.col())),
        Clusters.STRONGEST.from(IdentifierKind.place(lit(IdentifierKind.PROBABILISTIC.text()))),
        Matched.PROBABILITY.col());
  }
}
