package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.tributary.lake.Lake;
import io.tributary.models.identity.resolution.Settings;
import io.tributary.silver.identity.match.MatchState;
import io.tributary.silver.identity.match.Matched;
import java.util.List;

/** Tells of pairs that nobody weighed, because too many profiles would hang together by them. */
final class PairsApart {
  private PairsApart() {}

  /** Raises an alert when there are more of them than the night before. */
  static void tell(Lake lake, Matched matched, Settings settings) {
    List<Double> apart = matched.apart();
    if (!apart.isEmpty() && apart.size() > before(lake)) {
      lake.alert(MatchConfidence.TABLE.qualifiedName(), words(apart, settings));
    }
  }

  private static long before(Lake lake) {
    return lake.before(MatchConfidence.TABLE)
        .agg(coalesce(sum(MatchConfidence.APART.col()), lit(0L)))
        .head()
        .getLong(0);
  }

  private static String words(List<Double> apart, Settings settings) {
    long joining = apart.stream().filter(probability -> probability >= settings.join()).count();
    return ("Pairs of profiles that are alike and were not weighed, because more than %,d profiles"
            + " would hang together: %,d, of which %,d are alike enough to be joined. They are"
            + " neither joined nor in %s. The largest components of %s show who hangs together;"
            + " what all of them share may stand for nobody, and belongs on the block_list of the"
            + " identity file.")
        .formatted(
            settings.component(),
            apart.size(),
            joining,
            ReviewQueue.TABLE.qualifiedName(),
            MatchState.PEOPLE.qualifiedName());
  }
}
