package io.tributary.silver.identity;

import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.tributary.bronze.Records;
import io.tributary.lake.DriverRows;
import io.tributary.lake.FewRows;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import io.tributary.silver.identity.match.Matched;
import io.tributary.silver.identity.match.ReviewReason;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Whom somebody should look at: two people who may be one, and are not joined. */
public final class ReviewQueue {
  public static final Field OTHER_RECORD_KEY =
      required("other_record_key", TEXT, "A profile of the other person");
  public static final Field PROBABILITY =
      optional(
          "probability", DOUBLE, "How probable it is that they are one person; null if not known");
  public static final Field REASON = required("reason", TEXT, ReviewReason.allInWords());

  public static final Table TABLE =
      Table.silver(
              "review_queue",
              "One row per two people who may be one, each named by one of their profiles.",
              Records.RECORD_KEY,
              OTHER_RECORD_KEY,
              PROBABILITY,
              REASON)
          .key(Records.RECORD_KEY, OTHER_RECORD_KEY);

  private static final Field FIRST_ID = required("first_id", TEXT, "The smaller master customer");
  private static final Field SECOND_ID = required("second_id", TEXT, "The greater master customer");
  private static final Table PAIRS =
      Table.silver("pairs", "One row per pair.", Records.RECORD_KEY, OTHER_RECORD_KEY);

  private ReviewQueue() {}

  /**
   * The doubtful pairs, but for those whom identifiers have made one and those of whom somebody
   * decided; and the pairs of decisions that contradict one another.
   *
   * @param doubtful the pairs, as {@link Matched} lists them; null when likeness does not count
   */
  static Dataset<Row> of(Dataset<Row> doubtful, Dataset<Row> links, Decisions decisions) {
    Dataset<Row> open = contradictory(links, decisions);
    if (doubtful != null) {
      open = open.union(undecided(doubtful, links, decisions));
    }
    return TABLE.select(
        open.groupBy(Records.RECORD_KEY.col(), OTHER_RECORD_KEY.col())
            .agg(PROBABILITY.from(max(PROBABILITY.col())), REASON.from(min(REASON.col()))));
  }

  private static Dataset<Row> undecided(
      Dataset<Row> doubtful, Dataset<Row> links, Decisions decisions) {
    Dataset<Row> pairs =
        withIds(
                doubtful.withColumnRenamed(Matched.PERSON_KEY.name(), OTHER_RECORD_KEY.name()),
                links)
            .filter(FIRST_ID.col().notEqual(SECOND_ID.col()));
    if (!decisions.different().isEmpty()) {
      Dataset<Row> decided = withIds(pairs(links, decisions.different().stream()), links);
      pairs =
          pairs.join(
              decided.select(FIRST_ID.col(), SECOND_ID.col()),
              new String[] {FIRST_ID.name(), SECOND_ID.name()},
              "left_anti");
    }
    return TABLE.select(pairs);
  }

  /** The people of a pair, in order, however it names them. */
  private static Dataset<Row> withIds(Dataset<Row> pairs, Dataset<Row> links) {
    Field other = required("other_id", TEXT, "The master customer of the other profile");
    Dataset<Row> of = named(pairs, links);
    Dataset<Row> ofOther =
        of.select(
            OTHER_RECORD_KEY.from(Records.RECORD_KEY.col()),
            other.from(IdentityLinks.MASTER_CUSTOMER_ID.col()));
    return pairs
        .join(of, Records.RECORD_KEY.name())
        .join(ofOther, OTHER_RECORD_KEY.name())
        .withColumn(FIRST_ID.name(), least(IdentityLinks.MASTER_CUSTOMER_ID.col(), other.col()))
        .withColumn(
            SECOND_ID.name(), greatest(IdentityLinks.MASTER_CUSTOMER_ID.col(), other.col()));
  }

  /** Who those are that pairs name, who are few beside all. */
  private static Dataset<Row> named(Dataset<Row> pairs, Dataset<Row> links) {
    Dataset<Row> keys =
        pairs
            .select(Records.RECORD_KEY.col())
            .union(pairs.select(Records.RECORD_KEY.from(OTHER_RECORD_KEY.col())))
            .distinct();
    return FewRows.of(
        links
            .select(Records.RECORD_KEY.col(), IdentityLinks.MASTER_CUSTOMER_ID.col())
            .join(FewRows.of(keys), Records.RECORD_KEY.name(), "left_semi"));
  }

  private static Dataset<Row> contradictory(Dataset<Row> links, Decisions decisions) {
    Stream<Decision> waiting =
        decisions.contradictions().stream().flatMap(one -> one.decisions().stream()).distinct();
    return TABLE.select(
        pairs(links, waiting)
            .withColumn(PROBABILITY.name(), lit(null))
            .withColumn(REASON.name(), lit(ReviewReason.CONTRADICTION.text())));
  }

  private static Dataset<Row> pairs(Dataset<Row> links, Stream<Decision> decisions) {
    List<Row> rows = decisions.map(pair -> RowFactory.create(pair.one(), pair.other())).toList();
    return DriverRows.of(rows, PAIRS.schema(), links);
  }
}
