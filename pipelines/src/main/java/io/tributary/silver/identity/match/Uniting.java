package io.tributary.silver.identity.match;

import io.tributary.models.identity.calibration.CalibrationMap;
import io.tributary.models.identity.cluster.LinkedRecords;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.models.identity.review.ReviewedPair;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From pairs that may be one person to people. */
record Uniting(JavaSparkContext context, Linker linker, Known known) {

  /** The records that hang together by pairs or by what they share. */
  LinkedRecords linked(Dataset<Row> pairs) {
    return linked(ScoredPairs.inBulk(pairs).collectAsList());
  }

  /** The same of pairs as {@link ScoredPairs#inBulk} gives them. */
  LinkedRecords linked(List<Row> bulk) {
    int pairs = bulk.stream().mapToInt(row -> row.<byte[]>getAs(0).length / 24).sum();
    long[] one = new long[pairs];
    long[] other = new long[pairs];
    float[] odds = new float[pairs];
    int at = 0;
    for (Row row : bulk) {
      long[] numbers = Longs.of(row.getAs(0));
      for (int i = 0; i < numbers.length; i += 3) {
        one[at] = numbers[i];
        other[at] = numbers[i + 1];
        odds[at] = (float) linker.model().odds(numbers[i + 2]);
        at++;
      }
    }
    return LinkedRecords.of(known.ties(), one, other, odds, linker.settings().component());
  }

  /** What the model alone says of the pairs of which somebody decided. */
  List<ReviewedPair> reviewed(Dataset<Row> standardised, LinkedRecords linked) {
    return ReviewedPairs.of(standardised, context.broadcast(plan(linked)));
  }

  /** The same by corrected odds. */
  Uniting calibrated(CalibrationMap calibration) {
    return new Uniting(context, linker.calibrated(calibration), known);
  }

  /** The people among standardised records without generic values, as {@link People} lists them. */
  Dataset<Row> people(Dataset<Row> standardised, LinkedRecords linked) {
    return People.of(standardised, context.broadcast(plan(linked)));
  }

  /** How probable those links are, from a half on, that would let too many hang together. */
  List<Double> apart(LinkedRecords linked) {
    return linked
        .apart()
        .map(linker::probability)
        .filter(probability -> probability >= People.DOUBTFUL)
        .boxed()
        .toList();
  }

  private People.Plan plan(LinkedRecords linked) {
    return new People.Plan(linked, linker, known);
  }
}
