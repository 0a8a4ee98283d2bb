package io.tributary.silver.identity;

import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.FLAG;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.models.identity.review.ReviewedPair;
import io.tributary.silver.identity.match.Matched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What another threshold would join, and whether probabilities mean what they say: of what is known
 * for sure, without labels, from loyalty numbers, which are not compared, and from decisions.
 */
public final class MatchConfidence {
  public static final Field THRESHOLD =
      required("threshold", DOUBLE, "From this probability on two people would be joined");
  public static final Field IS_CHOSEN =
      required("is_chosen", FLAG, "Whether the configuration joins from about here on");
  public static final Field RESOLVED =
      required("resolved", LONG, "Profiles that would be one person with another");
  public static final Field SHARE_RESOLVED =
      required("share_resolved", DOUBLE, "Resolved of all profiles");
  public static final Field SHARE_UNRESOLVED =
      required("share_unresolved", DOUBLE, "The rest of them");
  public static final Field TIES =
      required(
          "ties", LONG, "Ties by likeness that are as probable as this and less than the next");
  public static final Field EXPECTED =
      optional("expected", DOUBLE, "Their mean probability: so many of them should be right");
  public static final Field KNOWN =
      required(
          "known",
          LONG,
          "Pairs that would be as probable as this if nothing were known of them, and whose two"
              + " profiles both have a loyalty number, of which limits allow one, or of whom"
              + " somebody decided");
  public static final Field CONFIRMED =
      optional("confirmed", DOUBLE, "The share of the known ones that are right");
  public static final Field DECIDED =
      required(
          "decided",
          LONG,
          "Pairs of whom somebody decided and that would be as probable as this if nobody had");
  public static final Field DECIDED_SAME =
      optional("decided_same", DOUBLE, "The share of them that were decided to be one person");
  public static final Field APART =
      required(
          "apart",
          LONG,
          "Pairs that are as probable as this and were not weighed with all theirs, because more"
              + " profiles would hang together than may: likeness neither joins them nor asks"
              + " anybody");

  public static final Table TABLE =
      Table.silver(
              "match_confidence",
              "One row per threshold.",
              THRESHOLD,
              IS_CHOSEN,
              RESOLVED,
              SHARE_RESOLVED,
              SHARE_UNRESOLVED,
              TIES,
              EXPECTED,
              KNOWN,
              CONFIRMED,
              DECIDED,
              DECIDED_SAME,
              APART)
          .key(THRESHOLD);

  static final double[] THRESHOLDS = {.50, .60, .70, .82, .90, .95, .99};

  private MatchConfidence() {}

  /**
   * What is looked at.
   *
   * @param identityLinks those of everybody
   * @param resolved how many profiles would not stand alone
   */
  record Inputs(Matched matched, Dataset<Row> identityLinks, ResolvedProfiles resolved) {}

  /** What is known of the pairs of a threshold. */
  private record Known(long pairs, long right) {
    static final Known NOTHING = new Known(0, 0);

    Known and(Known others) {
      return new Known(pairs + others.pairs, right + others.right);
    }

    Double share() {
      return pairs == 0 ? null : rounded((double) right / pairs);
    }
  }

  /** The rows of the table; {@code join} is the threshold that is configured. */
  static List<Row> of(Inputs inputs, double join) {
    Map<Integer, Row> bins = bins(inputs);
    List<Row> rows = new ArrayList<>();
    long all = Math.max(1, inputs.resolved().all());
    for (int bin = 0; bin < THRESHOLDS.length; bin++) {
      Row ties = bins.get(bin);
      Known ofNumbers = ties == null ? Known.NOTHING : new Known(ties.getLong(3), ties.getLong(4));
      Known ofPeople = decided(inputs.matched(), bin);
      Known known = ofNumbers.and(ofPeople);
      long resolved = inputs.resolved().from().get(bin);
      double share = (double) resolved / all;
      rows.add(
          RowFactory.create(
              THRESHOLDS[bin],
              bin == chosen(join),
              resolved,
              rounded(share),
              rounded(1 - share),
              ties == null ? 0L : ties.getLong(1),
              ties == null || ties.isNullAt(2) ? null : rounded(ties.getDouble(2)),
              known.pairs(),
              known.share(),
              ofPeople.pairs(),
              ofPeople.share(),
              apart(inputs.matched(), bin)));
    }
    return rows;
  }

  /** The threshold nearest to the configured one. */
  private static int chosen(double join) {
    int nearest = 0;
    for (int bin = 1; bin < THRESHOLDS.length; bin++) {
      if (Math.abs(THRESHOLDS[bin] - join) < Math.abs(THRESHOLDS[nearest] - join)) {
        nearest = bin;
      }
    }
    return nearest;
  }

  private static double rounded(double share) {
    return Math.round(share * 1e4) / 1e4;
  }

  /** By threshold: ties, their mean probability, the known pairs and the right ones. */
  private static Map<Integer, Row> bins(Inputs inputs) {
    Column isRight = Matched.IS_RIGHT.col();
    Map<Integer, Row> bins = new TreeMap<>();
    said(inputs)
        .withColumn("bin", bin())
        .groupBy("bin")
        .agg(
            count_if(isRight.isNull()),
            avg(when(isRight.isNull(), Matched.PROBABILITY.col())),
            count(isRight),
            count_if(coalesce(isRight, lit(false))))
        .filter("bin >= 0")
        .collectAsList()
        .forEach(row -> bins.put(row.getInt(0), row));
    return bins;
  }

  private static Known decided(Matched matched, int bin) {
    List<ReviewedPair> pairs =
        matched.reviewed().stream()
            .filter(pair -> isIn(bin, rounded(matched.calibration().probability(pair.bits()))))
            .toList();
    return new Known(pairs.size(), pairs.stream().filter(pair -> pair.decision().isSame()).count());
  }

  private static long apart(Matched matched, int bin) {
    return matched.apart().stream().filter(probability -> isIn(bin, rounded(probability))).count();
  }

  private static boolean isIn(int bin, double probability) {
    return probability >= THRESHOLDS[bin]
        && (bin + 1 == THRESHOLDS.length || probability < THRESHOLDS[bin + 1]);
  }

  /** The place of the greatest threshold that the probability reaches; -1 where it reaches none. */
  private static Column bin() {
    Column reached = lit(-1);
    for (double threshold : THRESHOLDS) {
      reached = reached.plus(when(Matched.PROBABILITY.col().geq(threshold), 1).otherwise(0));
    }
    return reached;
  }

  /** The probabilities of ties by likeness, and of pairs of which numbers say who is right. */
  private static Dataset<Row> said(Inputs inputs) {
    Column probability = Matched.PROBABILITY.col();
    Column unknown = Matched.IS_RIGHT.from(lit(null));
    Matched matched = inputs.matched();
    return inputs
        .identityLinks()
        .filter(IdentityLinks.METHOD.col().equalTo(IdentifierKind.PROBABILISTIC.text()))
        .select(Matched.PROBABILITY.from(IdentityLinks.CONFIDENCE.col()), unknown)
        .union(matched.doubtful().select(probability, unknown))
        .union(matched.judged().select(probability, Matched.IS_RIGHT.col()));
  }
}
