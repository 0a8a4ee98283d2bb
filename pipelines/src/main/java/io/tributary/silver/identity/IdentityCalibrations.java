package io.tributary.silver.identity;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import io.tributary.models.identity.calibration.CalibrationMap;
import io.tributary.models.identity.calibration.LabelledOdds;
import io.tributary.models.identity.linkage.Model;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.ReviewedPair;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What decisions correct of a model's probabilities, kept from night to night beside the model, so
 * that nobody's links change because one more pair was decided.
 */
public final class IdentityCalibrations {
  public static final Field CALIBRATED_DATE =
      required("calibrated_date", DATE, "The as-of date of the run that made it");
  public static final Field REASON =
      required("reason", TEXT, "Why the correction before it was not used again");
  public static final Field MODEL_RUN =
      required("model_run", LONG, "The run that learned the model it corrects");
  public static final Field DECISIONS_MADE =
      required("decisions_made", LONG, "Decisions ever made until then, undone ones included");
  public static final Field DECISIONS_USED =
      required(
          "decisions_used",
          LONG,
          "Those that tell of probabilities: they stand, were asked for because of the probability,"
              + " and the model still finds the pair probable enough for review");
  public static final Field EXPECTED =
      optional("expected", DOUBLE, "Mean probability of their pairs by the model alone");
  public static final Field CONFIRMED =
      optional("confirmed", DOUBLE, "The share of them that were decided to be one person");
  public static final Field CURVE =
      required(
          "curve",
          TEXT,
          "JSON: odds of the model, in bits, and the corrected ones; nothing where the model is"
              + " taken at its word");

  private static final Field RUN = Records.RUN.meant("The run in which it was made");

  public static final Table TABLE =
      Table.silver(
              "identity_calibrations",
              "One row per correction of probabilities by decisions; the newest is used.",
              RUN,
              CALIBRATED_DATE,
              REASON,
              MODEL_RUN,
              DECISIONS_MADE,
              DECISIONS_USED,
              EXPECTED,
              CONFIRMED,
              CURVE)
          .key(RUN);

  /** By so much decisions must grow before they are asked again. */
  private static final double GROWTH = 0.1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private IdentityCalibrations() {}

  /**
   * What is known when a night asks for its correction.
   *
   * @param modelRun the run that learned the model in use
   * @param review the probability from which somebody is asked
   * @param reviewed what the model says of the decided pairs
   */
  record Inputs(long modelRun, double review, List<ReviewedPair> reviewed) {}

  /** The correction of an earlier run where it still fits; else a new one, kept. */
  static CalibrationMap tonight(Lake lake, Inputs inputs) {
    Row last = IdentityModels.newest(lake.before(TABLE));
    long made = lake.read(ReviewDecisions.TABLE).count();
    String reason = reason(last, inputs.modelRun(), made);
    if (reason == null) {
      return map(last);
    }
    List<ReviewedPair> used =
        used(inputs, ReviewDecisions.ofProbability(lake.read(ReviewDecisions.TABLE)));
    CalibrationMap map =
        CalibrationMap.of(
            used.stream()
                .map(pair -> new LabelledOdds(pair.bits(), pair.decision().isSame()))
                .toList());
    Row row =
        RowFactory.create(
            lake.run(),
            java.sql.Date.valueOf(lake.asOf()),
            reason,
            inputs.modelRun(),
            made,
            (long) used.size(),
            used.isEmpty() ? null : mean(used.stream().mapToDouble(IdentityCalibrations::said)),
            used.isEmpty()
                ? null
                : mean(used.stream().mapToDouble(pair -> pair.decision().isSame() ? 1 : 0)),
            text(map));
    lake.append(TABLE, lake.rows(TABLE, List.of(row)));
    return map;
  }

  private static String reason(Row last, long modelRun, long made) {
    if (last == null) {
      return "There was none";
    }
    if (last.getLong(last.fieldIndex(MODEL_RUN.name())) != modelRun) {
      return "Likeness was learned anew";
    }
    long before = last.getLong(last.fieldIndex(DECISIONS_MADE.name()));
    return made - before >= Math.max(1, GROWTH * before)
        ? "Decisions grew from %d to %d".formatted(before, made)
        : null;
  }

  /**
   * Pairs of a proven identifier were asked about because of it, and those under the review
   * threshold because somebody knew something: neither tells how often such odds are right.
   */
  private static List<ReviewedPair> used(Inputs inputs, Set<Decision> ofProbability) {
    return inputs.reviewed().stream()
        .filter(pair -> !pair.isTied() && ofProbability.contains(pair.decision()))
        .filter(pair -> said(pair) >= inputs.review())
        .toList();
  }

  private static double said(ReviewedPair pair) {
    return Model.probability(pair.bits());
  }

  private static double mean(java.util.stream.DoubleStream values) {
    return Math.round(values.average().orElse(0) * 1e4) / 1e4;
  }

  /** The correction that a row holds; null stands for none. */
  public static CalibrationMap map(Row calibration) {
    if (calibration == null) {
      return CalibrationMap.NONE;
    }
    try {
      return JSON.readValue(
          calibration.getString(calibration.fieldIndex(CURVE.name())), CalibrationMap.class);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("A calibration that was written cannot be read", fault);
    }
  }

  private static String text(CalibrationMap map) {
    try {
      return JSON.writeValueAsString(map);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("A calibration cannot be written", fault);
    }
  }
}
