package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.silver.CustomerRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Profiles whose people are known, to be counted by brand.
 *
 * @param identityLinks who each of them is; no other profile is of one of these people
 */
record MatchedProfiles(
    Dataset<Row> customerRecord, Dataset<Row> identifiers, Dataset<Row> identityLinks) {
  private static final String IS_IDENTIFIED = "is_identified";
  private static final String IS_KNOWN = "is_known";
  private static final String TIMES = "times";

  /** Those that a night looked at. */
  static MatchedProfiles of(Resolution.Inputs inputs, Resolution found) {
    return new MatchedProfiles(
        inputs.customerRecord(), inputs.identifiers(), found.identityLinks());
  }

  /** How many there are. */
  List<BrandProfiles> counted() {
    return counted(rows(1));
  }

  /**
   * How many there are in all, now that these are what others were.
   *
   * @param before how many there were in all
   * @param were what is now these
   * @param all the profiles of everybody
   */
  List<BrandProfiles> counted(List<BrandProfiles> before, MatchedProfiles were, Dataset<Row> all) {
    Map<String, BrandProfiles> counts = new HashMap<>();
    Stream.concat(before.stream(), counted(rows(1).union(were.rows(-1))).stream())
        .forEach(brand -> counts.merge(brand.brand(), brand, BrandProfiles::plus));
    return all
        .groupBy(CustomerRecord.BRAND.col())
        .agg(collect_set(Records.SOURCE.col()))
        .collectAsList()
        .stream()
        .map(row -> counts.get(row.getString(0)).ofSources(Set.copyOf(row.getList(1))))
        .toList();
  }

  private static List<BrandProfiles> counted(Dataset<Row> rows) {
    Column isMatched = col(IS_IDENTIFIED).and(col(IS_KNOWN));
    return rows
        .groupBy(CustomerRecord.BRAND.col())
        .agg(
            collect_set(Records.SOURCE.col()),
            sum(TIMES),
            sum(when(col(IS_IDENTIFIED), col(TIMES)).otherwise(0)),
            sum(when(isMatched, col(TIMES)).otherwise(0)))
        .collectAsList()
        .stream()
        .map(
            row ->
                new BrandProfiles(
                    row.getString(0),
                    Set.copyOf(row.getList(1)),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4)))
        .toList();
  }

  /** Each profile with what counts of it, so many times. */
  private Dataset<Row> rows(int times) {
    Column person = IdentityLinks.MASTER_CUSTOMER_ID.col();
    Column sources = collect_set(Records.SOURCE.col()).over(Window.partitionBy(person));
    return customerRecord
        .select(Records.RECORD_KEY.col(), Records.SOURCE.col(), CustomerRecord.BRAND.col())
        .join(identityLinks.select(Records.RECORD_KEY.col(), person), Records.RECORD_KEY.name())
        .join(identified(), Records.RECORD_KEY.name(), "left")
        .select(
            CustomerRecord.BRAND.col(),
            Records.SOURCE.col(),
            coalesce(col(IS_IDENTIFIED), lit(false)).as(IS_IDENTIFIED),
            size(sources).gt(1).as(IS_KNOWN),
            lit((long) times).as(TIMES));
  }

  /** A value that many share says nothing of who carries it. */
  private Dataset<Row> identified() {
    return identifiers
        .filter(Identifiers.IS_USABLE.col())
        .select(Records.RECORD_KEY.col())
        .distinct()
        .withColumn(IS_IDENTIFIED, lit(true));
  }
}
