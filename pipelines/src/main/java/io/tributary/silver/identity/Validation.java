package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.tributary.bronze.Records;
import io.tributary.lake.Lake;
import io.tributary.lake.TributaryException;
import io.tributary.models.identity.IdAssignment;
import io.tributary.silver.identity.match.ValidationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The last look at the people of a night before anything is made of them. Too few matches raise it,
 * and so do too many: whoever merges everybody has a match rate of one.
 */
final class Validation {
  /** The largest person may grow by so many profiles whatever it had. */
  private static final long GRACE = 10;

  private Validation() {}

  /**
   * What is looked at.
   *
   * @param largest profiles of the largest person
   * @param largestBefore the same the night before; 0 when there was none
   * @param moved profiles that passed from one person to another though both live on
   * @param profiles profiles that had a person before
   */
  record Figures(
      List<MatchRates.Rate> rates, long largest, long largestBefore, long moved, long profiles) {}

  /**
   * Writes the match rates and ends the step where the figures are out of bounds.
   *
   * @param spec the bounds; null where nobody asked for any
   */
  static void pass(Lake lake, Figures figures, ValidationSpec spec) {
    List<String> breaches = spec == null ? List.of() : breaches(figures, spec);
    if (!breaches.isEmpty() && spec.onBreach() == ValidationSpec.OnBreach.STOP) {
      throw TributaryException.gate(
          "The people of this night were not accepted: "
              + String.join("; ", breaches)
              + ". Those of the last good night stand. Mend the source, or change 'validation' in"
              + " the identity file.");
    }
    breaches.forEach(words -> lake.alert(MatchRates.TABLE.qualifiedName(), words));
    List<Row> rows = figures.rates().stream().map(MatchRates.Rate::row).toList();
    lake.overwrite(MatchRates.TABLE, lake.rows(MatchRates.TABLE, rows));
  }

  /** What is out of bounds, in words. */
  static List<String> breaches(Figures figures, ValidationSpec spec) {
    List<String> breaches = new ArrayList<>();
    List<MatchRates.Rate> rates = figures.rates();
    rates.stream()
        // The enterprise stands in where no brand is named.
        .filter(rate -> rate.brand() != null || rates.size() == 1)
        .filter(rate -> rate.isApplicable() && rate.share() < spec.floor(rate.brand()))
        .forEach(rate -> breaches.add(tooFew(rate, spec.floor(rate.brand()))));
    if (figures.largest() > spec.largest()) {
      breaches.add(
          "one person has %,d profiles, more than %,d"
              .formatted(figures.largest(), spec.largest()));
    }
    long before = figures.largestBefore();
    if (before > 0 && figures.largest() > spec.growth() * before + GRACE) {
      breaches.add(
          "the largest person grew from %,d to %,d profiles, more than %s times"
              .formatted(before, figures.largest(), spec.growth()));
    }
    if (figures.moved() > spec.moved() * figures.profiles()) {
      breaches.add(
          "%,d of %,d profiles passed from one person to another without a merge or a split, more"
                  .formatted(figures.moved(), figures.profiles())
              + " than "
              + percent(spec.moved()));
    }
    return breaches;
  }

  private static String tooFew(MatchRates.Rate rate, double floor) {
    return "%s: %s of %,d profiles with an identifier are of people whom two sources know, less than"
            .formatted(
                rate.brand() == null ? "all brands" : rate.brand(),
                percent(rate.share()),
                rate.identified())
        + " "
        + percent(floor);
  }

  private static String percent(double share) {
    return "%.1f %%".formatted(share * 100);
  }

  /** The figures of a night. */
  static Figures figures(Identity.Inputs inputs, Identity.Resolved resolved) {
    Dataset<Row> links = resolved.identityLinks();
    List<MatchRates.Rate> rates =
        MatchRates.of(inputs.customerRecord(), resolved.identifiers(), links);
    long[] before = sizes(inputs.linksBefore());
    long moved = before[1] == 0 ? 0 : moved(links, inputs.linksBefore(), resolved.assignment());
    return new Figures(rates, sizes(links)[0], before[0], moved, before[1]);
  }

  private static long[] sizes(Dataset<Row> links) {
    Row row =
        links
            .groupBy(IdentityLinks.MASTER_CUSTOMER_ID.col())
            .agg(count(lit(1)).as("profiles"))
            .agg(max("profiles"), sum("profiles"))
            .head();
    return new long[] {row.isNullAt(0) ? 0 : row.getLong(0), row.isNullAt(1) ? 0 : row.getLong(1)};
  }

  /** An id that retired, was born or came back has its event, which explains the change. */
  private static long moved(Dataset<Row> links, Dataset<Row> linksBefore, IdAssignment assignment) {
    Set<String> explained =
        Stream.concat(
                assignment.retirements().stream().map(IdAssignment.Retirement::masterId),
                assignment.persons().values().stream()
                    .filter(given -> given.change() != IdAssignment.Change.KEPT)
                    .map(IdAssignment.Given::masterId))
            .collect(Collectors.toSet());
    Dataset<Row> before =
        linksBefore.select(
            Records.RECORD_KEY.col(), IdentityLinks.MASTER_CUSTOMER_ID.col().as("former"));
    return links
        .join(before, Records.RECORD_KEY.name())
        .filter(not(IdentityLinks.MASTER_CUSTOMER_ID.col().equalTo(col("former"))))
        .groupBy(IdentityLinks.MASTER_CUSTOMER_ID.col(), col("former"))
        .agg(count(lit(1)))
        .collectAsList()
        .stream()
        .filter(
            row -> !explained.contains(row.getString(0)) && !explained.contains(row.getString(1)))
        .mapToLong(row -> row.getLong(2))
        .sum();
  }
}
