package io.tributary.silver.identity;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.models.identity.Claim;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What ties today's people to the ids of former days, where it takes judgement who keeps which. */
final class Claims {
  private static final Field OVERLAP =
      required("overlap", LONG, "How many of the person's profiles had the id until now");
  private static final String HOLDERS = "holders";

  private Claims() {}

  /**
   * The claims of all people but those who are plain: whose profiles had one id that nobody else's
   * had, or who are new altogether. A night has few others, so they are judged on the driver.
   */
  static List<Claim> contested(Dataset<Row> clusters, Resolution.Former former) {
    String[] personAndId = {
      Clusters.FOUNDER_KEY.name(), IdentityLinks.MASTER_CUSTOMER_ID.name(),
    };
    WindowSpec person = Window.partitionBy(Clusters.FOUNDER_KEY.col());
    WindowSpec id = Window.partitionBy(IdentityLinks.MASTER_CUSTOMER_ID.col());
    Column holdersOfOwn = max(when(OVERLAP.col().isNotNull(), col(HOLDERS))).over(person);
    Column isHeldByOthers = coalesce(col("others"), lit(0));
    return overlaps(clusters, former.links())
        .join(foundings(clusters, former.events()), personAndId, "full_outer")
        .join(
            former.heldByOthers().withColumn("others", lit(1)),
            IdentityLinks.MASTER_CUSTOMER_ID.name(),
            "left")
        .withColumn(HOLDERS, count(OVERLAP.col()).over(id).plus(isHeldByOthers))
        .withColumn("ids", count(OVERLAP.col()).over(person))
        .withColumn("holders_of_own", holdersOfOwn)
        .filter(not(col("ids").equalTo(1).and(col("holders_of_own").equalTo(1))))
        .select(
            Clusters.FOUNDER_KEY.col(),
            IdentityLinks.MASTER_CUSTOMER_ID.col(),
            OVERLAP.col(),
            IdentityEvents.FOUNDING_KEY.col(),
            Records.RUN.col(),
            col(HOLDERS))
        .collectAsList()
        .stream()
        .map(Claims::claim)
        .toList();
  }

  private static Dataset<Row> overlaps(Dataset<Row> clusters, Dataset<Row> linksBefore) {
    var before =
        linksBefore.select(Records.RECORD_KEY.col(), IdentityLinks.MASTER_CUSTOMER_ID.col());
    return clusters
        .select(Records.RECORD_KEY.col(), Clusters.FOUNDER_KEY.col())
        .join(before, Records.RECORD_KEY.name())
        .groupBy(Clusters.FOUNDER_KEY.col(), IdentityLinks.MASTER_CUSTOMER_ID.col())
        .agg(OVERLAP.from(count(lit(1))));
  }

  /** The ids that the profiles of today's people ever founded. */
  private static Dataset<Row> foundings(Dataset<Row> clusters, Dataset<Row> eventsBefore) {
    return eventsBefore
        .filter(IdentityEvents.FOUNDING_KEY.col().isNotNull())
        .select(
            IdentityLinks.MASTER_CUSTOMER_ID.col(),
            IdentityEvents.FOUNDING_KEY.col(),
            Records.RUN.col())
        .join(
            clusters.select(
                IdentityEvents.FOUNDING_KEY.from(Records.RECORD_KEY.col()),
                Clusters.FOUNDER_KEY.col()),
            IdentityEvents.FOUNDING_KEY.name());
  }

  private static Claim claim(Row row) {
    Claim.Founding founding =
        row.isNullAt(3) ? null : new Claim.Founding(row.getString(3), row.getLong(4));
    long overlap = row.isNullAt(2) ? 0 : row.getLong(2);
    return new Claim(row.getString(0), row.getString(1), overlap, founding, row.getLong(5) > 0);
  }
}
