package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.GoldenSpec;
import io.tributary.silver.identity.match.GoldenSpec.Rule;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** Which profile of a person is best to believe in a trait. */
record Survivorship(GoldenSpec spec) {
  /** The profile that is best to believe among those that say any of a trait, as it says it. */
  Column best(Trait trait) {
    Column ranked = struct(ranks(trait), Records.RECORD_KEY.col(), trait.said().as("said"));
    return max(when(trait.isSaid(), ranked)).getField("said");
  }

  /** A number for each rule, in order; the greater array is the better profile. */
  Column ranks(Trait trait) {
    return array(rules(trait).map(rule -> rank(rule, trait)).toArray(Column[]::new))
        .cast("array<bigint>");
  }

  /** The names of the rules, in order. */
  Column names(Trait trait) {
    return array(
            rules(trait)
                .map(rule -> lit(rule.name().toLowerCase(Locale.ROOT)))
                .toArray(Column[]::new))
        .cast(Field.TEXTS);
  }

  private Stream<Rule> rules(Trait trait) {
    return spec.rules(trait.name()).stream();
  }

  private Column rank(Rule rule, Trait trait) {
    Column rank =
        switch (rule) {
          case VERIFIED -> CustomerRecord.IS_EMAIL_VERIFIED.col().cast("bigint");
          case SOURCE -> trust();
          case RECENT ->
              unix_micros(
                  coalesce(CustomerRecord.UPDATED_AT.col(), CustomerRecord.SIGNED_UP_AT.col()));
          case COMPLETE ->
              trait.fields().stream()
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
}
