package io.tributary.silver.admission;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import io.tributary.bronze.Records;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Days, lists and files that a newer delivery replaced by far less: a source that delivers a part
 * where it should deliver the whole takes records away, and nobody would see it.
 */
public final class Shrinkage {
  /** Of fewer records half may go without anything being wrong. */
  static final long WORTH_TELLING = 100;

  /** A smaller share of what stood is told of. */
  private static final double HALF = .5;

  private static final String STOOD = "records_before";
  private static final String STAND = "records_after";
  private static final String GONE = "records_gone";
  private static final String WORST = "worst";

  private Shrinkage() {}

  /** In words, what became of them; empty where all came back about as large as they were. */
  static Optional<String> of(Dataset<Row> judged) {
    Row found =
        judged
            .groupBy(Records.UNIT_KEY.col())
            .agg(
                count_if(col(Outcomes.STOOD)).as(STOOD),
                count_if(col(Outcomes.OUTCOME).equalTo(Outcomes.ACCEPTED)).as(STAND))
            .where(col(STOOD).geq(WORTH_TELLING).and(col(STAND).lt(col(STOOD).multiply(HALF))))
            .withColumn(GONE, col(STOOD).minus(col(STAND)))
            .agg(
                count(lit(1)),
                max(struct(col(GONE), Records.UNIT_KEY.col(), col(STAND), col(STOOD))).as(WORST))
            .head();
    return found.getLong(0) == 0
        ? Optional.empty()
        : Optional.of(words(found.getStruct(1), found.getLong(0) - 1));
  }

  private static String words(Row worst, long others) {
    return String.format(
        Locale.ROOT,
        "%s has %,d records where %,d stood%s: the newest delivery replaces all that was told"
            + " before, and it told of a part. Have it delivered whole.",
        worst.<String>getAs(Records.UNIT_KEY.name()),
        worst.<Long>getAs(STAND),
        worst.<Long>getAs(STOOD),
        others == 0 ? "" : String.format(Locale.ROOT, ", and so have %,d others", others));
  }
}
