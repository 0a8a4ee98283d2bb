package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.silver.identity.match.Matched;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * How many profiles would be one person with another if other thresholds joined them.
 *
 * @param from for each of the thresholds of {@link MatchConfidence}
 * @param all how many profiles there are
 */
record ResolvedProfiles(List<Long> from, long all) {
  private static final String BEST = "best";
  private static final String TIMES = "times";

  /**
   * Some profiles, and what is said of them.
   *
   * @param identityLinks who they are; no other profile is of one of these people
   * @param identifiers what they carry
   * @param doubts how probable it is that they are one with others, as {@link Matched} tells it
   */
  record Said(Dataset<Row> identityLinks, Dataset<Row> identifiers, Dataset<Row> doubts) {}

  static ResolvedProfiles of(Said profiles) {
    return counted(best(profiles, 1));
  }

  /** The same in all, now that some profiles are what others were. */
  ResolvedProfiles with(Said now, Said were) {
    ResolvedProfiles change = counted(best(now, 1).union(best(were, -1)));
    List<Long> sums = new ArrayList<>();
    for (int at = 0; at < from.size(); at++) {
      sums.add(from.get(at) + change.from.get(at));
    }
    return new ResolvedProfiles(List.copyOf(sums), all + change.all);
  }

  /** What the rows of {@link MatchConfidence} say of so many profiles. */
  static ResolvedProfiles read(Dataset<Row> rows, long all) {
    List<Long> from =
        rows
            .select(MatchConfidence.THRESHOLD.col(), MatchConfidence.RESOLVED.col())
            .orderBy(MatchConfidence.THRESHOLD.col())
            .collectAsList()
            .stream()
            .map(row -> row.getLong(1))
            .toList();
    return new ResolvedProfiles(from, all);
  }

  private static ResolvedProfiles counted(Dataset<Row> best) {
    double[] thresholds = MatchConfidence.THRESHOLDS;
    Column[] counts = new Column[thresholds.length];
    for (int at = 0; at < counts.length; at++) {
      counts[at] = summed(when(col(BEST).geq(thresholds[at]), col(TIMES)));
    }
    Row row = best.agg(summed(col(TIMES)), counts).head();
    List<Long> from = new ArrayList<>();
    for (int at = 0; at < counts.length; at++) {
      from.add(row.getLong(at + 1));
    }
    return new ResolvedProfiles(List.copyOf(from), row.getLong(0));
  }

  private static Column summed(Column times) {
    return coalesce(sum(times), lit(0L));
  }

  /** For each profile how surely it is one with another, or might be; it counts so many times. */
  private static Dataset<Row> best(Said profiles, int times) {
    var person = Window.partitionBy(IdentityLinks.MASTER_CUSTOMER_ID.col());
    Column isFounder = IdentityLinks.METHOD.col().equalTo(Clusters.FOUNDER);
    Column confidence = IdentityLinks.CONFIDENCE.col();
    // Whoever stands alone is tied to nobody; a founder is tied as surely as the best of the
    // others.
    Column others = max(when(isFounder, lit(null)).otherwise(confidence)).over(person);
    Column joined = when(isFounder, others).otherwise(confidence);
    Dataset<Row> surest =
        profiles
            .doubts()
            .select(Records.RECORD_KEY.col(), Matched.PROBABILITY.col())
            .union(tied(profiles))
            .groupBy(Records.RECORD_KEY.col())
            .agg(max(Matched.PROBABILITY.col()).as(BEST));
    return profiles
        .identityLinks()
        .select(Records.RECORD_KEY.col(), joined.as("joined"))
        .join(surest, Records.RECORD_KEY.name(), "left")
        .select(
            greatest(coalesce(col("joined"), lit(0.0)), coalesce(col(BEST), lit(0.0))).as(BEST),
            lit((long) times).as(TIMES));
  }

  /** Those whom likeness ties to the founder and an identifier, for sure, to another. */
  private static Dataset<Row> tied(Said profiles) {
    Column id = IdentityLinks.MASTER_CUSTOMER_ID.col();
    Dataset<Row> likely =
        profiles
            .identityLinks()
            .filter(IdentityLinks.METHOD.col().equalTo(IdentifierKind.PROBABILISTIC.text()))
            .select(Records.RECORD_KEY.col(), id);
    Column carriers =
        count(lit(1))
            .over(Window.partitionBy(Identifiers.VALUE_HASH.col(), Identifiers.KIND.col(), id));
    return profiles
        .identifiers()
        .filter(Identifiers.IS_LINKING.col())
        .join(likely, Records.RECORD_KEY.name())
        .withColumn("carriers", carriers)
        .filter(col("carriers").gt(1))
        .select(Records.RECORD_KEY.col(), lit(1.0).as(Matched.PROBABILITY.name()));
  }
}
