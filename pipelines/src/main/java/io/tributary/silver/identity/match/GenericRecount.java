package io.tributary.silver.identity.match;

import io.tributary.lake.Field;
import io.tributary.models.identity.Hash;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.models.identity.resolution.Generic;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Which values stand for nobody after some records changed: only theirs are counted again. */
final class GenericRecount implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final StructType COUNTED =
      Standardised.row(
          Field.required("field", Field.INTEGER, "The place of the field"),
          Field.required("value", Field.TEXT, "A value"),
          Field.required("records", Field.LONG, "How many records give it"),
          Field.required("names", DataTypes.BinaryType, "With which other values, some of them"));

  private final Schema schema;
  private final Map<Integer, Map<String, Givers>> values = new TreeMap<>();

  /** How many records give a value, and with how many names, as far as it matters. */
  private static final class Givers implements Serializable {
    private static final long serialVersionUID = 1L;
    private long records;
    private final Set<Long> names = new HashSet<>(2);

    void add(long more, long name) {
      records += more;
      if (names.size() <= Generic.MOST_NAMES) {
        names.add(name);
      }
    }
  }

  private GenericRecount(Schema schema) {
    this.schema = schema;
  }

  /**
   * A count of the values that some records give or gave.
   *
   * @param texts the standardised values of each
   */
  static GenericRecount of(Schema schema, List<String[]> texts) {
    GenericRecount recount = new GenericRecount(schema);
    for (int field : GenericValues.fields(schema)) {
      Map<String, Givers> givers = new HashMap<>();
      texts.stream()
          .filter(of -> of[field] != null)
          .forEach(of -> givers.putIfAbsent(of[field], new Givers()));
      recount.values.put(field, givers);
    }
    return recount;
  }

  /** Counts the values of records of which nothing changed. */
  void count(Dataset<Row> profiles, JavaSparkContext context) {
    Broadcast<GenericRecount> asked = context.broadcast(this);
    MapPartitionsFunction<Row, Row> counted = rows -> asked.value().counted(rows);
    profiles
        .mapPartitions(counted, Encoders.row(COUNTED))
        .collectAsList()
        .forEach(
            row -> {
              Givers givers = values.get(row.getInt(0)).get(row.getString(1));
              givers.records += row.getLong(2);
              for (long name : Longs.of(row.getAs(3))) {
                givers.add(0, name);
              }
            });
  }

  private Iterator<Row> counted(Iterator<Row> rows) {
    GenericRecount part = new GenericRecount(schema);
    values.forEach((field, of) -> part.values.put(field, new HashMap<>()));
    while (rows.hasNext()) {
      String[] texts = Packed.unpack(rows.next().getString(2), schema.size());
      part.add(texts, this);
    }
    List<Row> counted = new ArrayList<>();
    part.values.forEach(
        (field, of) ->
            of.forEach(
                (value, givers) ->
                    counted.add(
                        RowFactory.create(
                            field, value, givers.records, Longs.bytes(givers.names)))));
    return counted.iterator();
  }

  /** Counts the values of records as they are now. */
  void count(List<String[]> texts) {
    texts.forEach(of -> add(of, this));
  }

  private void add(String[] texts, GenericRecount asked) {
    long name = 0;
    boolean isNamed = false;
    for (Map.Entry<Integer, Map<String, Givers>> of : values.entrySet()) {
      String value = texts[of.getKey()];
      if (value != null && asked.values.get(of.getKey()).containsKey(value)) {
        boolean isIdentifying = schema.columns().get(of.getKey()).comparison().isIdentifying();
        if (isIdentifying && !isNamed) {
          name = Hash.of(Generic.fingerprint(schema, texts));
          isNamed = true;
        }
        of.getValue().computeIfAbsent(value, none -> new Givers()).add(1, isIdentifying ? name : 0);
      }
    }
  }

  /**
   * The generic values now.
   *
   * @param before those that were
   * @param records how many records decide how common a value may be
   */
  GenericValues standing(GenericValues before, long records) {
    GenericValues standing = new GenericValues();
    before
        .values()
        .forEach(
            (field, of) ->
                of.stream()
                    .filter(value -> !values.getOrDefault(field, Map.of()).containsKey(value))
                    .forEach(value -> standing.add(field, value)));
    values.forEach(
        (field, of) ->
            of.forEach(
                (value, givers) -> {
                  var comparison = schema.columns().get(field).comparison();
                  if (Generic.isGeneric(comparison, givers.records, givers.names.size(), records)) {
                    standing.add(field, value);
                  }
                }));
    return standing;
  }
}
