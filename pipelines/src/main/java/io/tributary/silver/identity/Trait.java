package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;

import io.tributary.lake.Field;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * What a profile says of a person in one field, or in several that say little apart: a city without
 * its country, a family name without a given one.
 */
record Trait(String name, List<Field> fields) {
  static Trait of(Field single) {
    return new Trait(single.name(), List.of(single));
  }

  /** Whether a profile says any of it. */
  Column isSaid() {
    return fields.stream().map(field -> field.col().isNotNull()).reduce(Column::or).orElseThrow();
  }

  /** All that a profile says of it. */
  Column said() {
    return struct(fields.stream().map(Field::col).toArray(Column[]::new));
  }

  /** The same for a reader; null where the profile says nothing. */
  Column text() {
    Column[] words =
        fields.stream().map(field -> field.col().cast(Field.TEXT)).toArray(Column[]::new);
    return nullif(concat_ws(", ", words), lit(""));
  }
}
