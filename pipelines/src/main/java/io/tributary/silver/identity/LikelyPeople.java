package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.TributaryException;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.Matched;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Profiles that several fields together make one person, though no identifier does. */
public final class LikelyPeople {
  static final String FIRST = "first";
  static final String PROBABILITY = Matched.PROBABILITY.name();

  private static final Set<String> COLUMNS =
      Stream.concat(ContactPoints.TABLE.fields().stream(), Stream.of(CustomerRecord.GENDER))
          .map(Field::name)
          .filter(name -> !name.equals(Records.RECORD_KEY.name()))
          .collect(Collectors.toCollection(TreeSet::new));

  private LikelyPeople() {}

  /** Refuses fields of which profiles say nothing. */
  static void requireColumns(MatchSpec spec) {
    spec.fields()
        .forEach((name, field) -> field.columns().forEach(column -> requireColumn(name, column)));
  }

  private static void requireColumn(String field, String column) {
    if (!COLUMNS.contains(column)) {
      throw TributaryException.usage(
          "identity: field %s: profiles have no column '%s'; there are %s"
              .formatted(field, column, COLUMNS));
    }
  }

  /**
   * What is compared: how to reach each customer, and what else the profile says.
   *
   * @param blocked hashes of addresses and numbers that stand for nobody
   */
  public static Dataset<Row> profiles(
      Dataset<Row> customerRecord, Dataset<Row> contactPoints, Set<String> blocked) {
    Dataset<Row> others =
        customerRecord.select(
            Records.RECORD_KEY.col(),
            CustomerRecord.GENDER.col(),
            CustomerRecord.EMAIL_HASH.col(),
            CustomerRecord.PHONE_HASH.col());
    return contactPoints
        .join(others, Records.RECORD_KEY.name())
        .withColumn(
            ContactPoints.EMAIL.name(),
            open(ContactPoints.EMAIL, CustomerRecord.EMAIL_HASH, blocked))
        .withColumn(
            ContactPoints.PHONE.name(),
            open(ContactPoints.PHONE, CustomerRecord.PHONE_HASH, blocked))
        .drop(CustomerRecord.EMAIL_HASH.name(), CustomerRecord.PHONE_HASH.name());
  }

  private static Column open(Field value, Field hash, Set<String> blocked) {
    if (blocked.isEmpty()) {
      return value.col();
    }
    Column isBlocked = coalesce(hash.col().isin(blocked.toArray()), lit(false));
    return when(not(isBlocked), value.col());
  }

  /** The profiles that were compared with others, each with the first of its person. */
  static Dataset<Row> sharing(Dataset<Row> likely) {
    return likely.select(
        Records.RECORD_KEY.col(),
        Matched.PERSON_KEY.col().as(FIRST),
        Matched.PROBABILITY.col().as(PROBABILITY));
  }
}
