package io.tributary.silver.identity.match;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import io.tributary.lake.DriverRows;
import io.tributary.lake.Field;
import io.tributary.models.identity.Hash;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.models.identity.resolution.Generic;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
final class GenericValues implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final StructType VALUE =
      Standardised.row(
          Field.required("field", Field.INTEGER, "The place of the field"),
          Field.required("value", Field.TEXT, "A value"),
          Field.optional("fingerprint", Field.TEXT, "What else is personal of its record"));

  private final Map<Integer, Set<String>> values = new TreeMap<>();

  /** The places of the fields whose values may stand for nobody. */
  static List<Integer> fields(Schema schema) {
    return IntStream.range(0, schema.size())
        .filter(field -> Generic.isAsked(schema.columns().get(field).comparison()))
        .boxed()
        .toList();
  }

  /**
   * The generic values of standardised records.
   *
   * @param records how many there were when it was last decided how common a value may be
   */
  static GenericValues of(Dataset<Row> standardised, Schema schema, long records) {
    GenericValues generic = new GenericValues();
    List<Integer> fields = fields(schema);
    if (fields.isEmpty()) {
      return generic;
    }
    List<Integer> identifying =
        fields.stream().filter(field -> isIdentifying(schema, field)).toList();
    Set<Long> often = often(standardised, schema, identifying);
    if (often.isEmpty() && identifying.size() == fields.size()) {
      return generic;
    }
    MapPartitionsFunction<Row, Row> values =
        rows -> Rows.all(rows, row -> values(row, schema, fields, often));
    Map<Integer, Map<String, Generic.Givers>> givers = new TreeMap<>();
    standardised
        .mapPartitions(values, Encoders.row(VALUE))
        .groupBy("field", "value")
        .agg(count(lit(1)).as("records"), countDistinct("fingerprint").as("names"))
        .collectAsList()
        .forEach(
            row ->
                givers
                    .computeIfAbsent(row.getInt(0), none -> new HashMap<>())
                    .put(row.getString(1), new Generic.Givers(row.getLong(2), row.getLong(3))));
    givers.forEach((field, of) -> generic.add(schema, field, of, records));
    return generic;
  }

  private static boolean isIdentifying(Schema schema, int field) {
    return schema.columns().get(field).comparison().isIdentifying();
  }

  /** Adds those of a field's values that are generic. */
  void add(Schema schema, int field, Map<String, Generic.Givers> of, long records) {
    Generic.among(schema.columns().get(field).comparison(), of, records)
        .forEach(value -> add(field, value));
  }

  /** The values, by number, that so many records have that they may be generic. */
  private static Set<Long> often(Dataset<Row> standardised, Schema schema, List<Integer> fields) {
    if (fields.isEmpty()) {
      return Set.of();
    }
    Parcels.Source numbers =
        row -> {
          String[] texts = Packed.unpack(row.getString(2), schema.size());
          return fields.stream()
              .filter(field -> texts[field] != null)
              .mapToLong(field -> number(field, texts[field]))
              .toArray();
        };
    return new HashSet<>(
        Parcels.oftener(standardised, numbers, Generic.MOST_NAMES).collectAsList());
  }

  private static long number(int field, String text) {
    return Hash.with(field, text);
  }

  /** Identifiers with the names they go with; of dates all, for each is held against others. */
  private static List<Row> values(Row row, Schema schema, List<Integer> fields, Set<Long> often) {
    String[] texts = Packed.unpack(row.getString(2), schema.size());
    List<Row> values = new ArrayList<>(0);
    for (int field : fields) {
      boolean isIdentifying = isIdentifying(schema, field);
      if (texts[field] != null && (!isIdentifying || often.contains(number(field, texts[field])))) {
        String fingerprint = isIdentifying ? Generic.fingerprint(schema, texts) : null;
        values.add(RowFactory.create(field, texts[field], fingerprint));
      }
    }
    return values;
  }

  /** The values as they are kept, by the names of their fields. */
  Dataset<Row> rows(Schema schema, Dataset<Row> beside) {
    List<Row> rows = new ArrayList<>();
    values.forEach(
        (field, of) ->
            of.stream()
                .sorted()
                .forEach(
                    value ->
                        rows.add(RowFactory.create(schema.columns().get(field).name(), value))));
    return DriverRows.of(rows, MatchState.GENERIC.schema(), beside);
  }

  /** The values that were kept. */
  static GenericValues read(Dataset<Row> kept, Schema schema) {
    GenericValues generic = new GenericValues();
    kept.collectAsList()
        .forEach(row -> generic.add(schema.place(row.getString(0)), row.getString(1)));
    return generic;
  }

  void add(int field, String value) {
    values.computeIfAbsent(field, none -> new TreeSet<>()).add(value);
  }

  boolean contains(int field, String value) {
    return values.getOrDefault(field, Set.of()).contains(value);
  }

  boolean isNone() {
    return values.isEmpty();
  }

  /** Whether a record has any of the values. */
  boolean isIn(String[] texts) {
    return values.entrySet().stream()
        .anyMatch(of -> texts[of.getKey()] != null && of.getValue().contains(texts[of.getKey()]));
  }

  /** The values in which this differs from another. */
  GenericValues difference(GenericValues other) {
    GenericValues difference = new GenericValues();
    values.forEach(
        (field, of) ->
            of.stream()
                .filter(value -> !other.contains(field, value))
                .forEach(value -> difference.add(field, value)));
    other.values.forEach(
        (field, of) ->
            of.stream()
                .filter(value -> !contains(field, value))
                .forEach(value -> difference.add(field, value)));
    return difference;
  }

  /** All values, by place of the field. */
  Map<Integer, Set<String>> values() {
    Map<Integer, Set<String>> copy = new TreeMap<>();
    values.forEach((field, of) -> copy.put(field, new HashSet<>(of)));
    return copy;
  }

  /** The texts without generic values, null in their place. */
  String[] without(String[] texts) {
    String[] left = texts.clone();
    values.forEach(
        (field, of) ->
            left[field] = left[field] == null || of.contains(left[field]) ? null : left[field]);
    return left;
  }

  /** Standardised records without their generic values. */
  Dataset<Row> without(Dataset<Row> standardised, int fields) {
    if (isNone()) {
      return standardised;
    }
    MapPartitionsFunction<Row, Row> drop = rows -> Rows.each(rows, row -> without(row, fields));
    return standardised.mapPartitions(drop, Encoders.row(Standardised.ROW));
  }

  private Row without(Row row, int fields) {
    return RowFactory.create(
        row.get(0), row.get(1), Packed.pack(without(Packed.unpack(row.getString(2), fields))));
  }

  /** In words, how many there are of each field. */
  String words(Schema schema) {
    List<String> words = new ArrayList<>();
    values.forEach(
        (field, of) -> words.add(of.size() + " of " + schema.columns().get(field).name()));
    return words.isEmpty() ? "none" : String.join(", ", words);
  }
}
