package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.GoldenSpec;
import io.tributary.silver.identity.match.GoldenSpec.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** Which profile of a person is best to believe in a field. */
record Survivorship(GoldenSpec spec) {
  /** A city says nothing without its country, so the three are taken from one profile. */
  static final List<Field> PLACE =
      List.of(CustomerRecord.COUNTRY, CustomerRecord.REGION, CustomerRecord.CITY);

  static final String PLACE_NAME = "place";

  static final List<Field> SINGLE =
      List.of(CustomerRecord.BIRTH_YEAR, CustomerRecord.GENDER, CustomerRecord.ACCEPTS_MARKETING);

  /** A number for each rule, in order; the greater array is the better profile. */
  Column ranks(String field) {
    List<Field> said = field.equals(PLACE_NAME) ? PLACE : SINGLE;
    return array(spec.rules(field).stream().map(rule -> rank(rule, said)).toArray(Column[]::new))
        .cast("array<bigint>");
  }

  /** The names of the rules, in order. */
  Column names(String field) {
    return array(
            spec.rules(field).stream()
                .map(rule -> lit(rule.name().toLowerCase(java.util.Locale.ROOT)))
                .toArray(Column[]::new))
        .cast(Field.TEXTS);
  }

  private Column rank(Rule rule, List<Field> said) {
    Column rank =
        switch (rule) {
          case VERIFIED -> CustomerRecord.IS_EMAIL_VERIFIED.col().cast("bigint");
          case SOURCE -> trust();
          case RECENT ->
              unix_micros(
                  coalesce(CustomerRecord.UPDATED_AT.col(), CustomerRecord.SIGNED_UP_AT.col()));
          case COMPLETE ->
              said.stream()
                  .map(field -> when(field.col().isNotNull(), 1L).otherwise(0L))
                  .reduce(Column::plus)
                  .orElseThrow();
        };
    return coalesce(rank.cast("bigint"), lit(Long.MIN_VALUE));
  }

  private Column trust() {
    Column[] sources = spec.sources().stream().map(source -> lit(source)).toArray(Column[]::new);
    Column listed = array(sources).cast(Field.TEXTS);
    return nullif(array_position(listed, Records.SOURCE.col()), lit(0L)).multiply(-1);
  }

  /** Every field for which a value is chosen. */
  static Stream<String> fields() {
    return Stream.concat(SINGLE.stream().map(Field::name), Stream.of(PLACE_NAME));
  }
}
