package io.tributary.silver.identity.match;

import io.tributary.lake.Field;
import io.tributary.models.identity.Hash;
import io.tributary.models.identity.compare.Comparison;
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

/**
 * Which values stand for nobody after some records changed: only theirs are counted again, and the
 * peers of those.
 */
final class GenericRecount implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final StructType COUNTED =
      Standardised.row(
          Field.required("field", Field.INTEGER, "The place of the field"),
          Field.required("value", Field.TEXT, "A value"),
          Field.required("records", Field.LONG, "How many records give it"),
          Field.required("names", DataTypes.BinaryType, "With which other values, some of them"));

  private final Schema schema;

  /** By field, the names of the peers that are counted. */
  private final Map<Integer, Set<String>> asked;

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

    Generic.Givers counted() {
      return new Generic.Givers(records, names.size());
    }
  }

  private GenericRecount(Schema schema, Map<Integer, Set<String>> asked) {
    this.schema = schema;
    this.asked = asked;
    asked.keySet().forEach(field -> values.put(field, new HashMap<>()));
  }

  /**
   * A count of the values that some records give or gave.
   *
   * @param texts the standardised values of each
   */
  static GenericRecount of(Schema schema, List<String[]> texts) {
    Map<Integer, Set<String>> asked = new TreeMap<>();
    for (int field : GenericValues.fields(schema)) {
      Comparison comparison = schema.columns().get(field).comparison();
      Set<String> peers = new HashSet<>();
      texts.stream()
          .filter(of -> of[field] != null)
          .forEach(of -> peers.add(comparison.peers(of[field])));
      asked.put(field, peers);
    }
    return new GenericRecount(schema, asked);
  }

  private boolean isAsked(int field, String value) {
    Set<String> peers = asked.getOrDefault(field, Set.of());
    return !peers.isEmpty()
        && peers.contains(schema.columns().get(field).comparison().peers(value));
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
              Givers givers = givers(row.getInt(0), row.getString(1));
              givers.records += row.getLong(2);
              for (long name : Longs.of(row.getAs(3))) {
                givers.add(0, name);
              }
            });
  }

  private Iterator<Row> counted(Iterator<Row> rows) {
    GenericRecount part = new GenericRecount(schema, asked);
    while (rows.hasNext()) {
      part.add(Packed.unpack(rows.next().getString(2), schema.size()));
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
    texts.forEach(this::add);
  }

  private void add(String[] texts) {
    long name = 0;
    boolean isNamed = false;
    for (int field : asked.keySet()) {
      String value = texts[field];
      if (value != null && isAsked(field, value)) {
        boolean isIdentifying = schema.columns().get(field).comparison().isIdentifying();
        if (isIdentifying && !isNamed) {
          name = Hash.of(Generic.fingerprint(schema, texts));
          isNamed = true;
        }
        givers(field, value).add(1, isIdentifying ? name : 0);
      }
    }
  }

  private Givers givers(int field, String value) {
    return values.get(field).computeIfAbsent(value, none -> new Givers());
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
                    .filter(value -> !isAsked(field, value))
                    .forEach(value -> standing.add(field, value)));
    values.forEach(
        (field, of) -> {
          Map<String, Generic.Givers> counted = new HashMap<>();
          of.forEach((value, givers) -> counted.put(value, givers.counted()));
          standing.add(schema, field, counted, records);
        });
    return standing;
  }
}
