package io.tributary.silver.identity;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.TEXTS;
import static io.tributary.lake.Field.required;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import io.tributary.models.identity.resolution.Learned;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.Matching;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What was learned of how records of one person compare, kept from night to night, so that nobody's
 * links change because a model was fitted again.
 */
public final class IdentityModels {
  public static final Field TRAINED_DATE =
      required("trained_date", DATE, "The as-of date of the run that learned it");
  public static final Field REASON =
      required("reason", TEXT, "Why the model before it was not used again");
  public static final Field FINGERPRINT =
      required("fingerprint", TEXT, "Digest of what is declared of the fields and the blocking");
  public static final Field PROFILES =
      required("profiles", LONG, "Customer profiles there were when it was learned");
  public static final Field BLOCKING_RULES =
      required("blocking_rules", TEXTS, "The rules that bring profiles together");
  public static final Field PARAMETERS =
      required(
          "parameters",
          TEXT,
          "JSON: the probability of each likeness of each field among profiles of one person, of"
              + " related people and of others; and by hash the values and words that are common");

  private static final Field RUN = Records.RUN.meant("The run in which it was learned");

  public static final Table TABLE =
      Table.silver(
              "identity_models",
              "One row per model of likeness; the newest is used.",
              RUN,
              TRAINED_DATE,
              REASON,
              FINGERPRINT,
              PROFILES,
              BLOCKING_RULES,
              PARAMETERS)
          .key(RUN)
          .restricted();

  private static final ObjectMapper JSON = new ObjectMapper();

  private IdentityModels() {}

  /** A model, and the run that learned it. */
  record Kept(long run, Learned learned) {}

  /** The model of the last run that learned one, where it still fits; else a new one, kept. */
  static Kept tonight(Lake lake, Matching matching) {
    return standing(lake, matching.spec(), matching.records())
        .orElseGet(() -> renewed(lake, matching));
  }

  /** The model of the last run that learned one, where it fits so many profiles. */
  static Optional<Kept> standing(Lake lake, MatchSpec spec, long profiles) {
    Row last = newest(lake.before(TABLE));
    return reason(last, spec, profiles) == null
        ? Optional.of(new Kept(last.getLong(last.fieldIndex(Records.RUN.name())), learned(last)))
        : Optional.empty();
  }

  private static Kept renewed(Lake lake, Matching matching) {
    String reason = reason(newest(lake.before(TABLE)), matching.spec(), matching.records());
    Learned learned = matching.learn();
    Row row =
        RowFactory.create(
            lake.run(),
            java.sql.Date.valueOf(lake.asOf()),
            reason,
            matching.spec().fingerprint(),
            matching.records(),
            learned.rules(),
            text(learned));
    lake.append(TABLE, lake.rows(TABLE, List.of(row)));
    return new Kept(lake.run(), learned);
  }

  /** The row of the newest run; null when there is none. */
  public static Row newest(Dataset<Row> rows) {
    return rows.orderBy(Records.RUN.col().desc()).limit(1).collectAsList().stream()
        .findFirst()
        .orElse(null);
  }

  /** Whether a model was learned of the fields and the blocking that are declared. */
  public static boolean isDeclaredSo(Row model, MatchSpec spec) {
    return model.getString(model.fieldIndex(FINGERPRINT.name())).equals(spec.fingerprint());
  }

  /** Why the last model cannot serve; null when it can. */
  private static String reason(Row last, MatchSpec spec, long profiles) {
    if (last == null) {
      return "There was none";
    }
    if (!isDeclaredSo(last, spec)) {
      return "The fields or the blocking are declared otherwise";
    }
    long learnedFrom = last.getLong(last.fieldIndex(PROFILES.name()));
    return profiles > learnedFrom * (1 + spec.retrain())
        ? "Profiles grew from %d to %d".formatted(learnedFrom, profiles)
        : null;
  }

  /** What a row says was learned. */
  public static Learned learned(Row model) {
    try {
      return JSON.readValue(model.getString(model.fieldIndex(PARAMETERS.name())), Learned.class);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("A model that was written cannot be read", fault);
    }
  }

  private static String text(Learned learned) {
    try {
      return JSON.writeValueAsString(learned);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("A model cannot be written", fault);
    }
  }
}
