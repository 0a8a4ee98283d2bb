package io.tributary.silver.identity;

import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.models.identity.review.Decision;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What people decided of two records, obeyed by every night after; only ever added to. */
public final class ReviewDecisions {
  public static final Field OTHER_RECORD_KEY =
      required("other_record_key", TEXT, "The other record, of the greater key");
  public static final Field DECISION =
      required(
          "decision",
          TEXT,
          "same: they are one person; different: they are not; undone: nothing is decided any more."
              + " The latest of a pair stands");
  public static final Field DECIDED_BY = required("decided_by", TEXT, "Who answers for it");
  public static final Field NOTE = optional("note", TEXT, "Why it was decided so");
  public static final Field PROBABILITY =
      optional("probability", DOUBLE, "What the queue said of the two when it was decided");
  public static final Field ASKED =
      optional(
          "asked",
          TEXT,
          "audit where the two were one person already and the link was drawn at random; else null");
  public static final Field DECIDED_AT = required("decided_at", INSTANT, "When it was decided");

  public static final Table TABLE =
      Table.silver(
              "review_decisions",
              "One row per decision on two records.",
              Records.RECORD_KEY,
              OTHER_RECORD_KEY,
              DECISION,
              DECIDED_BY,
              NOTE,
              PROBABILITY,
              ASKED,
              DECIDED_AT)
          .key(Records.RECORD_KEY, OTHER_RECORD_KEY, DECIDED_AT);

  /** What can be decided of two records. */
  public enum Verdict {
    SAME,
    DIFFERENT,
    UNDONE;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private ReviewDecisions() {}

  /** The step that makes the table where nobody decided anything yet. */
  public static Step step() {
    return Step.making(TABLE, ReviewDecisions::begin);
  }

  private static void begin(Lake lake) {
    if (!lake.existedBefore(TABLE)) {
      lake.overwrite(TABLE, lake.rows(TABLE, List.of()));
    }
  }

  /** For each pair the decision that stands, in the columns of the table. */
  public static Dataset<Row> standing(Dataset<Row> decisions) {
    Column all =
        struct(
            DECISION.col(),
            DECIDED_BY.col(),
            NOTE.col(),
            PROBABILITY.col(),
            ASKED.col(),
            DECIDED_AT.col());
    return TABLE.select(
        decisions
            .groupBy(Records.RECORD_KEY.col(), OTHER_RECORD_KEY.col())
            .agg(max_by(all, DECIDED_AT.col()).as("latest"))
            .select(Records.RECORD_KEY.col(), OTHER_RECORD_KEY.col(), col("latest.*"))
            .filter(DECISION.col().notEqual(Verdict.UNDONE.text())));
  }

  /** The decisions that stand, on the driver: people make a few a day. */
  static List<Decision> read(Dataset<Row> decisions) {
    return rows(standing(decisions));
  }

  /** Those of pairs that somebody was asked about because of their probability. */
  static Set<Decision> ofProbability(Dataset<Row> decisions) {
    return Set.copyOf(rows(standing(decisions).filter(PROBABILITY.col().isNotNull())));
  }

  /** Those of links that were drawn at random. */
  static Set<Decision> ofAudit(Dataset<Row> decisions) {
    return Set.copyOf(rows(standing(decisions).filter(ASKED.col().equalTo(ReviewSample.AUDIT))));
  }

  private static List<Decision> rows(Dataset<Row> standing) {
    return standing
        .select(Records.RECORD_KEY.col(), OTHER_RECORD_KEY.col(), DECISION.col())
        .collectAsList()
        .stream()
        .map(
            row ->
                new Decision(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2).equals(Verdict.SAME.text())))
        .toList();
  }
}
