package io.tributary.silver.identity.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import io.tributary.lake.Field;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.models.identity.resolution.Generic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Values that stand for nobody, though they are meant to: the address of an office, a filler. */
final class GenericValues {
  private static final StructType VALUE =
      Standardised.row(
          Field.required("field", Field.INTEGER, "The place of the field"),
          Field.required("value", Field.TEXT, "A value"),
          Field.required("fingerprint", Field.TEXT, "What else is personal of its record"));

  private GenericValues() {}

  /** For each field its generic values. */
  static Map<Integer, Set<String>> of(Dataset<Row> standardised, Schema schema) {
    return of(standardised, schema, standardised.count());
  }

  /** The same for some of so many records, with all others that share a value with them. */
  static Map<Integer, Set<String>> of(Dataset<Row> standardised, Schema schema, long records) {
    List<Integer> fields =
        IntStream.range(0, schema.size())
            .filter(field -> Generic.isAsked(schema.columns().get(field).comparison()))
            .boxed()
            .toList();
    Map<Integer, Set<String>> generic = new TreeMap<>();
    if (fields.isEmpty()) {
      return generic;
    }
    MapPartitionsFunction<Row, Row> values =
        rows -> Rows.all(rows, row -> values(row, schema, fields));
    Dataset<Row> all = standardised.mapPartitions(values, Encoders.row(VALUE));
    all.groupBy("field", "value")
        .agg(count(lit(1)).as("records"), countDistinct("fingerprint").as("names"))
        .filter(col("records").gt(Generic.MOST_NAMES))
        .collectAsList()
        .forEach(
            row -> {
              var comparison = schema.columns().get(row.getInt(0)).comparison();
              if (Generic.isGeneric(comparison, row.getLong(2), row.getLong(3), records)) {
                generic
                    .computeIfAbsent(row.getInt(0), none -> new TreeSet<>())
                    .add(row.getString(1));
              }
            });
    return generic;
  }

  private static List<Row> values(Row row, Schema schema, List<Integer> fields) {
    String[] texts = Packed.unpack(row.getString(2), schema.size());
    String fingerprint = Generic.fingerprint(schema, texts);
    List<Row> values = new ArrayList<>(fields.size());
    for (int field : fields) {
      if (texts[field] != null) {
        values.add(RowFactory.create(field, texts[field], fingerprint));
      }
    }
    return values;
  }

  /** The records without their generic values. */
  static Dataset<Row> without(Dataset<Row> standardised, Map<Integer, Set<String>> generic) {
    MapPartitionsFunction<Row, Row> drop = rows -> Rows.each(rows, row -> without(row, generic));
    return standardised.mapPartitions(drop, Encoders.row(Standardised.ROW));
  }

  private static Row without(Row row, Map<Integer, Set<String>> generic) {
    String packed = row.getString(2);
    String[] texts = Packed.unpack(packed, 1 + (int) packed.chars().filter(c -> c == 1).count());
    generic.forEach(
        (field, values) ->
            texts[field] =
                texts[field] == null || values.contains(texts[field]) ? null : texts[field]);
    return RowFactory.create(row.get(0), row.get(1), Packed.pack(texts));
  }
}
