package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;

/** The kinds of identifiers; the one that says most of who somebody is stands first. */
enum IdentifierKind {
  /** No identifier: somebody decided it. */
  DECIDED,
  LOYALTY,
  PLATFORM,
  EMAIL,
  PHONE,
  /** No identifier at all: what several fields say together. */
  PROBABILISTIC;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The place of a kind in this list. */
  static int placeOf(IdentifierKind kind) {
    return List.of(values()).indexOf(kind);
  }

  /** The place in this list of the kind that a column names. */
  static Column place(Column kind) {
    Column[] kinds = Arrays.stream(values()).map(each -> lit(each.text())).toArray(Column[]::new);
    return array_position(array(kinds), kind).minus(1).cast("int");
  }
}
