package io.tributary.silver.identity;

import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who each customer profile is. */
public final class IdentityLinks {
  public static final Field MASTER_CUSTOMER_ID =
      required("master_customer_id", TEXT, "The person; survives nightly runs, merges and re-runs");
  public static final Field METHOD =
      required(
          "method",
          TEXT,
          "What ties the profile to the person's founder: founder for the smallest record key,"
              + " decided where somebody said so, else the strongest of loyalty, platform, email,"
              + " phone; probabilistic where it takes likeness, whatever it shares with others");
  public static final Field CONFIDENCE =
      required(
          "confidence",
          DOUBLE,
          "Probability that the link is right: 1, or for probabilistic that of the least sure union"
              + " that the profile is part of");

  public static final Table TABLE =
      Table.silver(
              "identity_links",
              "One row per customer profile.",
              Records.RECORD_KEY,
              MASTER_CUSTOMER_ID,
              METHOD,
              CONFIDENCE)
          .key(Records.RECORD_KEY);

  private IdentityLinks() {}

  /** The links of {@code people}; a link that stays is the same row to the byte. */
  static Dataset<Row> of(Dataset<Row> people) {
    return TABLE.select(people);
  }
}
