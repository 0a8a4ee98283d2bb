package io.tributary.silver.identity;

import static io.tributary.lake.Field.FLAG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.max;

import io.tributary.bronze.Records;
import io.tributary.lake.DriverRows;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.models.identity.IdAssignment;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;

/** Today's profiles with the ids their people keep or get; not stored. */
final class People {
  /** Whether nothing at all was known of the person before. */
  static final Field IS_NEW = required("is_new", FLAG, "Whether no profile was ever anybody's");

  private static final Field FORMER_ID =
      optional("former_id", TEXT, "The profile's master customer until now");
  private static final Field ASSIGNED_ID =
      required("assigned_id", TEXT, "The person's master customer where it took judgement");
  private static final Table ASSIGNED =
      Table.silver("assigned", "One row per person.", Clusters.FOUNDER_KEY, ASSIGNED_ID);

  private People() {}

  /** The profiles of {@code clusters}, each with the id of its person. */
  static Dataset<Row> of(
      Dataset<Row> clusters, Dataset<Row> linksBefore, IdAssignment assignment, MasterIds ids) {
    var former =
        linksBefore.select(
            Records.RECORD_KEY.col(), FORMER_ID.from(IdentityLinks.MASTER_CUSTOMER_ID.col()));
    Column kept = max(FORMER_ID.col()).over(Window.partitionBy(Clusters.FOUNDER_KEY.col()));
    Column known = coalesce(ASSIGNED_ID.col(), kept);
    return clusters
        .join(former, Records.RECORD_KEY.name(), "left")
        .join(assigned(clusters, assignment), Clusters.FOUNDER_KEY.name(), "left")
        .withColumn(IdentityLinks.MASTER_CUSTOMER_ID.name(), known)
        .withColumn(IS_NEW.name(), IdentityLinks.MASTER_CUSTOMER_ID.col().isNull())
        .withColumn(
            IdentityLinks.MASTER_CUSTOMER_ID.name(),
            coalesce(
                IdentityLinks.MASTER_CUSTOMER_ID.col(), ids.first(Clusters.FOUNDER_KEY.col())));
  }

  private static Dataset<Row> assigned(Dataset<Row> clusters, IdAssignment assignment) {
    List<Row> rows =
        assignment.persons().entrySet().stream()
            .map(person -> RowFactory.create(person.getKey(), person.getValue().masterId()))
            .toList();
    return DriverRows.of(rows, ASSIGNED.schema(), clusters);
  }
}
