package io.tributary.silver.identity.match;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.models.identity.resolution.Generic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A few records as a night compares them, without standardising all the others. */
public final class SingleRecords {
  private SingleRecords() {}

  /**
   * The standardised values of some records, by key, null where they say nothing.
   *
   * @param rows all records, as {@link Matching} takes them
   */
  public static Map<String, String[]> texts(
      Dataset<Row> rows, MatchSpec spec, Collection<String> keys) {
    Schema schema = spec.schema();
    Column isAsked = Records.RECORD_KEY.col().isInCollection(keys);
    // Whether a value stands for nobody shows in who else carries it.
    Dataset<Row> carriers = rows.filter(isAsked.or(isShared(rows.filter(isAsked), schema)));
    Dataset<Row> standardised = Standardised.of(carriers, schema);
    Map<Integer, Set<String>> generic = GenericValues.of(standardised, schema, rows.count());
    Map<String, String[]> texts = new TreeMap<>();
    GenericValues.without(standardised, generic)
        .filter(isAsked)
        .collectAsList()
        .forEach(
            row -> texts.put(row.getString(0), Packed.unpack(row.getString(2), schema.size())));
    return texts;
  }

  private static Column isShared(Dataset<Row> asked, Schema schema) {
    List<String> columns =
        schema.columns().stream()
            .filter(column -> Generic.isAsked(column.comparison()))
            .flatMap(column -> column.sources().stream())
            .distinct()
            .toList();
    List<Row> rows =
        asked
            .select(columns.stream().map(SingleRecords::text).toArray(Column[]::new))
            .collectAsList();
    Column isShared = lit(false);
    for (int place = 0; place < columns.size(); place++) {
      int at = place;
      Set<String> values =
          rows.stream()
              .map(row -> row.getString(at))
              .filter(Objects::nonNull)
              .collect(Collectors.toCollection(TreeSet::new));
      if (!values.isEmpty()) {
        isShared = isShared.or(text(columns.get(place)).isInCollection(values));
      }
    }
    return coalesce(isShared, lit(false));
  }

  private static Column text(String column) {
    return col("`" + column + "`").cast(Field.TEXT);
  }
}
