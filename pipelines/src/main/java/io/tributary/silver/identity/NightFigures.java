package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Field;
import io.tributary.models.identity.IdAssignment;
import io.tributary.models.identity.evaluate.SampledShare;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is looked at before the people of a night are accepted.
 *
 * @param largest profiles of the largest person
 * @param largestBefore the same the night before; 0 when there was none
 * @param moved profiles that passed from one person to another though both live on
 * @param profiles profiles that had a person before
 * @param audited links that were drawn at random and looked at
 */
record NightFigures(
    List<MatchRates.Rate> rates,
    long largest,
    long largestBefore,
    long moved,
    long profiles,
    SampledShare audited) {

  /** The figures of a night that looked at everybody. */
  static NightFigures of(Resolution.Inputs inputs, Resolution found, SampledShare audited) {
    Sizes before = Sizes.of(inputs.former().links());
    return new NightFigures(
        MatchRates.of(MatchedProfiles.of(inputs, found).counted()),
        Sizes.of(found.identityLinks()).largest(),
        before.largest(),
        before.profiles() == 0 ? 0 : moved(inputs, found),
        before.profiles(),
        audited);
  }

  /**
   * What is known besides the people who were looked at.
   *
   * @param brands the profiles of everybody
   * @param golden everybody as they were
   * @param ids those of the people who were looked at, as they were
   */
  record Others(List<BrandProfiles> brands, Dataset<Row> golden, Dataset<Row> ids) {}

  /** The figures of a night that looked at some people. */
  static NightFigures of(
      Resolution.Inputs inputs, Resolution found, Others others, SampledShare audited) {
    Sizes before = Sizes.of(others.golden(), others.ids());
    return new NightFigures(
        MatchRates.of(others.brands()),
        Math.max(before.largestOfOthers(), Sizes.of(found.identityLinks()).largest()),
        before.largest(),
        moved(inputs, found),
        before.profiles(),
        audited);
  }

  /** How many profiles the largest person has, all people have, and the largest not named has. */
  private record Sizes(long largest, long profiles, long largestOfOthers) {
    private static final String PROFILES = "profiles";
    private static final String IS_NAMED = "is_named";

    static Sizes of(Dataset<Row> links) {
      return counted(
          links
              .groupBy(IdentityLinks.MASTER_CUSTOMER_ID.col())
              .agg(count(lit(1)).as(PROFILES))
              .withColumn(IS_NAMED, lit(null).cast(Field.FLAG)));
    }

    static Sizes of(Dataset<Row> golden, Dataset<Row> named) {
      String id = IdentityLinks.MASTER_CUSTOMER_ID.name();
      return counted(
          golden
              .select(col(id), GoldenCustomers.RECORDS.col().as(PROFILES))
              .join(named.withColumn(IS_NAMED, lit(true)), id, "left"));
    }

    private static Sizes counted(Dataset<Row> people) {
      Column ofOthers = when(col(IS_NAMED).isNull(), col(PROFILES));
      Row row =
          people.agg(orZero(max(PROFILES)), orZero(sum(PROFILES)), orZero(max(ofOthers))).head();
      return new Sizes(row.getLong(0), row.getLong(1), row.getLong(2));
    }

    private static Column orZero(Column number) {
      return coalesce(number, lit(0L));
    }
  }

  /** An id that retired, was born or came back explains the change. */
  private static long moved(Resolution.Inputs inputs, Resolution found) {
    IdAssignment assignment = found.assignment();
    Set<String> explained =
        Stream.concat(
                assignment.retirements().stream().map(IdAssignment.Retirement::masterId),
                assignment.persons().values().stream()
                    .filter(given -> given.change() != IdAssignment.Change.KEPT)
                    .map(IdAssignment.Given::masterId))
            .collect(Collectors.toSet());
    return Moves.of(inputs.former().links(), found.identityLinks()).collectAsList().stream()
        .filter(
            row -> !explained.contains(row.getString(0)) && !explained.contains(row.getString(1)))
        .mapToLong(row -> row.getLong(2))
        .sum();
  }
}
