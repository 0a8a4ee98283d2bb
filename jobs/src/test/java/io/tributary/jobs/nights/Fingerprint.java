package io.tributary.jobs.nights;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import io.tributary.jobs.night.Workspace;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Layer;
import io.tributary.lake.Table;
import io.tributary.silver.identity.IdentityEvents;
import io.tributary.silver.identity.IdentityLinks;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * What a lakehouse says, table by table, whatever the order in which it came to say it: rows and
 * the sum of their hashes, without run columns, each person named by the smallest of their records.
 */
final class Fingerprint {
  private static final String PERSON = IdentityLinks.MASTER_CUSTOMER_ID.name();

  private Fingerprint() {}

  static Map<String, String> of(Path configuration) {
    try (Workspace workspace = SmallWorld.workspace(configuration)) {
      return of(workspace.house(), workspace.tables());
    }
  }

  private static Map<String, String> of(Lakehouse house, List<Table> tables) {
    SparkSession session = house.session();
    Map<String, String> prints = new TreeMap<>();
    for (Table table : tables) {
      boolean isHistory = table.equals(IdentityEvents.TABLE);
      if (table.layer() != Layer.OPS && table.layer() != Layer.GOVERNANCE && !isHistory) {
        prints.put(table.qualifiedName(), print(house, session, table));
      }
    }
    return prints;
  }

  private static String print(Lakehouse house, SparkSession session, Table table) {
    Dataset<Row> rows = house.read(session, table).drop("run");
    if (Arrays.asList(rows.columns()).contains(PERSON)) {
      Dataset<Row> people =
          house
              .read(session, IdentityLinks.TABLE)
              .groupBy(col(PERSON))
              .agg(min("record_key").as("person"));
      rows = rows.join(people, PERSON).drop(PERSON);
    }
    Column[] cells = Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
    Column hash = xxhash64(to_json(struct(cells))).cast("decimal(38,0)");
    Row print = rows.agg(count(lit(1)), sum(hash)).first();
    return print.get(0) + " rows " + print.get(1);
  }
}
