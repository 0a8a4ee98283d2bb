package io.tributary.silver.identity;

import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.INTEGER;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.TEXTS;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.DriverRows;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.models.identity.UnionFind;
import io.tributary.silver.identity.match.Matched;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Which profiles are one person today, whatever the person was called before; not stored. */
final class Clusters {
  static final Field FOUNDER_KEY =
      required("founder_key", TEXT, "The smallest record key of the person's profiles");

  static final Table TABLE =
      Table.silver(
          "clusters",
          "One row per customer profile.",
          Records.RECORD_KEY,
          FOUNDER_KEY,
          IdentityLinks.METHOD,
          IdentityLinks.CONFIDENCE);

  static final String FOUNDER = "founder";
  private static final double CERTAIN = 1.0;

  static final Field HUBS =
      required("hubs", TEXTS, "For each shared value the smallest record key that carries it");
  static final Field STRONGEST =
      required("strongest", INTEGER, "Place of the strongest kind among the shared values");

  private Clusters() {}

  /** The profiles that linking values tie together, directly or through others. */
  static Dataset<Row> of(
      Dataset<Row> customerRecord, Dataset<Row> identifiers, Dataset<Row> likely) {
    var tied = tied(sharing(identifiers, likely));
    return customerRecord
        .select(Records.RECORD_KEY.col())
        .join(tied, Records.RECORD_KEY.name(), "left")
        .select(
            Records.RECORD_KEY.col(),
            FOUNDER_KEY.from(coalesce(FOUNDER_KEY.col(), Records.RECORD_KEY.col())),
            IdentityLinks.METHOD.from(coalesce(IdentityLinks.METHOD.col(), lit(FOUNDER))),
            IdentityLinks.CONFIDENCE.from(coalesce(IdentityLinks.CONFIDENCE.col(), lit(CERTAIN))));
  }

  /** The profiles that are tied to others by identifiers or by likeness. */
  private static Dataset<Row> sharing(Dataset<Row> identifiers, Dataset<Row> likely) {
    if (likely == null) {
      return sharing(identifiers, lit(1))
          .withColumn(LikelyPeople.FIRST, lit(null).cast(TEXT))
          .withColumn(LikelyPeople.PROBABILITY, lit(null).cast(DOUBLE));
    }
    String key = Records.RECORD_KEY.name();
    return sharing(identifiers.join(likely, key, "left"), honoured())
        .join(LikelyPeople.sharing(likely), key, "full_outer");
  }

  /**
   * Among the carriers of a value, whom it ties: likeness was asked about all of them unless they
   * were too many to be compared each with each.
   */
  private static Column honoured() {
    WindowSpec value = Window.partitionBy(Identifiers.VALUE);
    Column isAsked =
        min(Matched.COMPONENT.col()).over(value).equalTo(max(Matched.COMPONENT.col()).over(value));
    return when(isAsked, Matched.PERSON_KEY.col());
  }

  /**
   * The profiles that share a linking value, each with one neighbour a value.
   *
   * @param among whom a value ties: carriers for whom this is the same
   */
  private static Dataset<Row> sharing(Dataset<Row> identifiers, Column among) {
    WindowSpec carriers =
        Window.partitionBy(Identifiers.VALUE_HASH.col(), Identifiers.KIND.col(), col("among"));
    return identifiers
        .filter(Identifiers.IS_LINKING.col())
        .withColumn("among", among)
        .withColumn("hub", min(Records.RECORD_KEY.col()).over(carriers))
        .withColumn("carriers", count(lit(1)).over(carriers))
        .filter(col("carriers").gt(1))
        .groupBy(Records.RECORD_KEY.col())
        .agg(
            HUBS.from(collect_set("hub")),
            STRONGEST.from(min(IdentifierKind.place(Identifiers.KIND.col()))));
  }

  /**
   * The connected components, found on the driver: only profiles that share a value come here, a
   * row each, and arrays of numbers settle at once what joins would settle in many rounds.
   */
  private static Dataset<Row> tied(Dataset<Row> sharing) {
    List<Row> profiles = sharing.collectAsList();
    String[] keys = profiles.stream().map(Clusters::key).sorted().toArray(String[]::new);
    UnionFind proven = new UnionFind(keys.length);
    UnionFind people = new UnionFind(keys.length);
    double[] likely = Halves.certain(keys.length);
    for (Row profile : profiles) {
      int place = Arrays.binarySearch(keys, key(profile));
      for (String hub : hubs(profile)) {
        proven.tie(place, Arrays.binarySearch(keys, hub));
        people.tie(place, Arrays.binarySearch(keys, hub));
      }
      String first = profile.getAs(LikelyPeople.FIRST);
      if (first != null) {
        people.tie(place, Arrays.binarySearch(keys, first));
        likely[place] = profile.getAs(LikelyPeople.PROBABILITY);
      }
    }
    Halves halves = new Halves(keys, proven, likely);
    List<Row> tied = new ArrayList<>(keys.length);
    for (Row profile : profiles) {
      int place = Arrays.binarySearch(keys, key(profile));
      tied.add(halves.link(place, people.smallest(place), strongest(profile)));
    }
    return DriverRows.of(tied, TABLE.schema(), sharing);
  }

  private static String key(Row profile) {
    return profile.getAs(Records.RECORD_KEY.name());
  }

  private static List<String> hubs(Row profile) {
    int hubs = profile.fieldIndex(HUBS.name());
    return profile.isNullAt(hubs) ? List.of() : profile.getList(hubs);
  }

  /** The kind of the strongest identifier that is shared; null where none is. */
  private static String strongest(Row profile) {
    Integer strongest = profile.getAs(STRONGEST.name());
    return strongest == null ? null : List.of(IdentifierKind.values()).get(strongest).text();
  }
}
