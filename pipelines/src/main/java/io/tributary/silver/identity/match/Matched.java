package io.tributary.silver.identity.match;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.models.identity.calibration.CalibrationMap;
import io.tributary.models.identity.evaluate.Agreement;
import io.tributary.models.identity.review.ReviewedPair;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The people that were found.
 *
 * @param members a row for each record that is a person with others, or might have been
 * @param doubtful two people that may be one, each named by one of their records, from a
 *     probability of a half on, or with the same proven identifier
 * @param judged two records each that likeness alone would take for one person, and whether numbers
 *     that nobody has two of say the same
 * @param calibration what decisions correct of the model's odds
 * @param reviewed what would have been said of the pairs of which somebody decided
 * @param apart how probable the pairs are, from a half on, that were not weighed with all theirs,
 *     because too many records would hang together
 */
public record Matched(
    Dataset<Row> members,
    Dataset<Row> doubtful,
    Dataset<Row> judged,
    CalibrationMap calibration,
    List<ReviewedPair> reviewed,
    List<Double> apart) {
  public static final Field PERSON_KEY = People.PERSON_KEY;
  public static final Field PROBABILITY = People.PROBABILITY;
  public static final Field COMPONENT = People.COMPONENT;
  public static final Field IS_RIGHT = People.IS_RIGHT;

  static Matched of(
      Dataset<Row> people,
      CalibrationMap calibration,
      List<ReviewedPair> reviewed,
      List<Double> apart) {
    return new Matched(
        people.filter(People.IS_MEMBER.col()).drop(People.IS_MEMBER.name()),
        doubtful(people),
        people.filter(People.IS_RIGHT.col().isNotNull()),
        calibration,
        reviewed,
        apart);
  }

  /** Of people, as {@link MatchState} keeps them, the pairs that may be one. */
  public static Dataset<Row> doubtful(Dataset<Row> people) {
    return people
        .filter(not(People.IS_MEMBER.col()).and(People.IS_RIGHT.col().isNull()))
        .drop(People.IS_MEMBER.name());
  }

  /** How probable it is of the records that name doubtful pairs; some come more than once. */
  public static Dataset<Row> doubts(Dataset<Row> doubtful) {
    return doubtful
        .select(Records.RECORD_KEY.col(), PROBABILITY.col())
        .union(doubtful.select(Records.RECORD_KEY.from(PERSON_KEY.col()), PROBABILITY.col()));
  }

  /** The doubtful pairs that somebody should look at. */
  public Dataset<Row> open() {
    return doubtful.filter(People.REASON.col().isNotNull());
  }

  /**
   * How well the people agree with those that a column of {@code records} names; records of which
   * it names nobody do not count.
   */
  public Agreement agreement(Dataset<Row> records, String truth) {
    List<Row> rows =
        records
            .filter(col(truth).isNotNull())
            .select(Records.RECORD_KEY.col(), col(truth).cast("string"))
            .join(members, Records.RECORD_KEY.name(), "left")
            .select(
                col(truth), coalesce(People.PERSON_KEY.col(), Records.RECORD_KEY.col()).as("found"))
            .collectAsList();
    return Agreement.of(
        rows.stream().map(row -> row.getString(0)).toList(),
        rows.stream().map(row -> row.getString(1)).toList());
  }
}
