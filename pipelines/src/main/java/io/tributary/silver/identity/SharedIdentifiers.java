package io.tributary.silver.identity;

import io.tributary.bronze.Records;
import io.tributary.lake.TributaryException;
import io.tributary.models.identity.Hash;
import io.tributary.models.identity.cluster.Limit;
import io.tributary.models.identity.cluster.Ties;
import io.tributary.models.identity.review.Decisions;
import io.tributary.silver.identity.match.Known;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What identifiers say of who is who before anything is compared, as numbers on the driver. */
final class SharedIdentifiers {
  private static final List<String> KINDS =
      Stream.of(
              IdentifierKind.EMAIL,
              IdentifierKind.LOYALTY,
              IdentifierKind.PHONE,
              IdentifierKind.PLATFORM)
          .map(IdentifierKind::text)
          .toList();

  private SharedIdentifiers() {}

  /**
   * The values that tie profiles, and those of which nobody has more than some.
   *
   * @param limits by kind of identifier how many different ones a person may have
   */
  static Known known(Dataset<Row> identifiers, Map<String, Integer> limits, Decisions decisions) {
    limits.forEach(SharedIdentifiers::requireSense);
    Column isTying = Identifiers.IS_LINKING.col().and(Identifiers.PROFILES.col().gt(1));
    Column isLimited =
        Identifiers.IS_USABLE
            .col()
            .and(Identifiers.KIND.col().isin(limits.keySet().toArray(Object[]::new)));
    List<Row> carriers =
        identifiers
            .filter(limits.isEmpty() ? isTying : isTying.or(isLimited))
            .select(
                Records.RECORD_KEY.col(),
                Identifiers.KIND.col(),
                Identifiers.VALUE_HASH.col(),
                isTying)
            .collectAsList();
    return new Known(
        ties(carriers, row -> row.getBoolean(3)),
        limits.entrySet().stream()
            .map(
                limit ->
                    new Limit(
                        limit.getKey(),
                        limit.getValue(),
                        ties(carriers, row -> row.getString(1).equals(limit.getKey())),
                        isTelling(limit.getKey(), limit.getValue())))
            .toList(),
        decisions);
  }

  /** Addresses and numbers of telephones are compared; of platforms one person knows several. */
  private static boolean isTelling(String kind, int most) {
    return most == 1 && kind.equals(IdentifierKind.LOYALTY.text());
  }

  private static void requireSense(String kind, int most) {
    if (!KINDS.contains(kind)) {
      throw TributaryException.usage(
          "limits: '%s' is no kind of identifier; there are %s".formatted(kind, KINDS));
    }
    if (most < 1) {
      throw TributaryException.usage(
          "limits: %s: %d; a person has at least one".formatted(kind, most));
    }
  }

  private static Ties ties(List<Row> carriers, Predicate<Row> which) {
    List<Row> tied = carriers.stream().filter(which).toList();
    return Ties.of(
        tied.stream().mapToLong(row -> Hash.of(row.getString(0))).toArray(),
        tied.stream().mapToLong(row -> Hash.of(row.getString(1) + row.getString(2))).toArray());
  }
}
