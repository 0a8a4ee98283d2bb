package io.tributary.silver.identity.match;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.models.identity.Hash;
import io.tributary.models.identity.cluster.Agglomeration;
import io.tributary.models.identity.cluster.Holdings;
import io.tributary.models.identity.cluster.Limit;
import io.tributary.models.identity.cluster.LinkedRecords;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The people among records that hang together; a record that stands alone is not listed. */
final class People {
  static final Field PERSON_KEY =
      Field.required("person_key", Field.TEXT, "The smallest record key of the person");
  static final Field PROBABILITY =
      Field.required("probability", Field.DOUBLE, "How sure it is that the record belongs there");

  /** What a row says: a member of a person, or two people who may be one. */
  static final Field IS_MEMBER =
      Field.required("is_member", Field.FLAG, "Whether the row is of a person's record");

  /** Records of one component are compared each with each. */
  static final Field COMPONENT =
      Field.required("component", Field.LONG, "The smallest id that hangs together with it");

  static final Field REASON =
      Field.optional(
          "reason",
          Field.TEXT,
          "Why somebody should look at the two, as review_queue says; null where nobody should");

  static final Field FINGERPRINT =
      Field.required(
          "fingerprint", Field.LONG, "Digest of the records of the component and their bonds");

  /** What numbers that nobody has two of say of two records, which likeness takes for one. */
  static final Field IS_RIGHT =
      Field.optional(
          "is_right",
          Field.FLAG,
          "Of two records that likeness alone would take for one, whether they have the same"
              + " loyalty number; null for all other rows");

  /** From which probability on two people are told of, whoever looks at them. */
  static final double DOUBTFUL = 0.5;

  private static final StructType ROW =
      Standardised.row(
          Records.RECORD_KEY,
          PERSON_KEY,
          PROBABILITY,
          IS_MEMBER,
          COMPONENT,
          REASON,
          FINGERPRINT,
          IS_RIGHT);
  static final StructType LINKED =
      Standardised.row(
          COMPONENT,
          Records.RECORD_KEY,
          Standardised.TEXTS,
          Field.required("identifiers", DataTypes.BinaryType, "Those that tie it to others"),
          Field.required("limited", DataTypes.BinaryType, "Those of which nobody has many"));

  private People() {}

  /** What tasks need to find people; sent to each machine once. */
  record Plan(LinkedRecords linked, Linker linker, Known known) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  static Dataset<Row> of(Dataset<Row> standardised, Broadcast<Plan> plan) {
    MapPartitionsFunction<Row, Row> components =
        rows -> Rows.all(rows, row -> linked(row, plan.value()));
    MapPartitionsFunction<Row, Row> people =
        rows -> {
          Set<String> decided = new HashSet<>(plan.value().known().decisions().records());
          long corrected = Fingerprint.of(plan.value().linker().calibration());
          return Rows.all(
              Rows.groups(rows), group -> people(group, plan.value(), decided, corrected));
        };
    return standardised
        .mapPartitions(components, Encoders.row(LINKED))
        .repartition(functions.col("component"))
        .sortWithinPartitions("component")
        .mapPartitions(people, Encoders.row(ROW));
  }

  static List<Row> linked(Row row, Plan plan) {
    long id = row.getLong(1);
    return plan.linked().contains(id)
        ? List.of(
            RowFactory.create(
                plan.linked().smallest(id),
                row.get(0),
                row.get(2),
                Longs.bytes(plan.known().ties().values(id)),
                Longs.bytes(Fingerprint.limited(id, plan.known().limits()))))
        : List.of();
  }

  static Holdings holdings(List<Row> group, List<Limit> limits) {
    Holdings holdings = new Holdings(limits.stream().map(Limit::most).toList());
    for (int record = 0; record < group.size(); record++) {
      long[] limited = Longs.of(group.get(record).getAs(4));
      for (int at = 0; at < limited.length; at += 2) {
        holdings.add(record, (int) limited[at], limited[at + 1]);
      }
    }
    return holdings;
  }

  private static List<Row> people(List<Row> group, Plan plan, Set<String> decided, long corrected) {
    Linker linker = plan.linker();
    List<Value[]> values = values(group, linker);
    List<int[]> ties = ties(group);
    Decisions decisions = isAny(group, decided) ? plan.known().decisions() : Decisions.NONE;
    Agglomeration united =
        linker.unite(
            values,
            new Linker.Bonds(
                ties,
                holdings(group, plan.known().limits()),
                compared -> decide(group, decisions, compared)));
    Component component =
        new Component(
            group, linker, group.get(0).getLong(0), corrected + fingerprint(group, decisions));
    int[] people = united.people();
    double[] bits = united.bits();
    List<Row> rows = new ArrayList<>();
    for (int record = 0; record < people.length; record++) {
      String key = group.get(record).getString(1);
      String person = group.get(people[record]).getString(1);
      rows.add(component.row(key, person, bits[record]));
    }
    new Doubts(united, ties, linker).pairs(DOUBTFUL).forEach(pair -> rows.add(component.row(pair)));
    JudgedPairs.of(group, values, plan).stream()
        .filter(pair -> linker.probability(pair.bits()) >= DOUBTFUL)
        .forEach(pair -> rows.add(component.row(pair)));
    return rows;
  }

  /** The records that hang together, how they are called, and their digest. */
  private record Component(List<Row> records, Linker linker, long name, long fingerprint) {
    Row row(String record, String person, double bits) {
      return RowFactory.create(
          record, person, probability(bits), true, name, null, fingerprint, null);
    }

    Row row(Doubts.Pair pair) {
      ReviewReason reason = pair.reason();
      return row(
          pair.one(), pair.other(), pair.bits(), reason == null ? null : reason.text(), null);
    }

    Row row(JudgedPairs.Pair pair) {
      return row(pair.one(), pair.other(), pair.bits(), null, pair.isRight());
    }

    private Row row(int one, int other, double bits, String reason, Boolean isRight) {
      return RowFactory.create(
          key(one), key(other), probability(bits), false, name, reason, fingerprint, isRight);
    }

    private double probability(double bits) {
      return Math.round(linker.probability(bits) * 1e4) / 1e4;
    }

    private String key(int record) {
      return records.get(record).getString(1);
    }
  }

  private static long fingerprint(List<Row> group, Decisions decisions) {
    Set<String> keys = group.stream().map(row -> row.getString(1)).collect(Collectors.toSet());
    long records =
        group.stream()
            .mapToLong(
                row ->
                    Fingerprint.of(
                        Hash.of(row.getString(1)), Longs.of(row.getAs(3)), Longs.of(row.getAs(4))))
            .sum();
    return records
        + Stream.concat(decisions.same().stream(), decisions.different().stream())
            .filter(pair -> keys.contains(pair.one()) && keys.contains(pair.other()))
            .mapToLong(Fingerprint::of)
            .sum();
  }

  /** The values of a group's records, which are put in the order of their keys. */
  static List<Value[]> values(List<Row> group, Linker linker) {
    group.sort(Comparator.comparing((Row row) -> row.getString(1)));
    List<Value[]> values = new ArrayList<>(group.size());
    for (Row row : group) {
      values.add(linker.values(Packed.unpack(row.getString(2), linker.schema().size())));
    }
    return values;
  }

  private static void decide(List<Row> group, Decisions decisions, Agglomeration compared) {
    Map<String, Integer> places = new HashMap<>();
    group.forEach(row -> places.put(row.getString(1), places.size()));
    decisions.different().stream()
        .filter(pair -> isIn(places, pair))
        .forEach(pair -> compared.part(places.get(pair.one()), places.get(pair.other())));
    decisions.same().stream()
        .filter(pair -> isIn(places, pair))
        .forEach(pair -> compared.bind(places.get(pair.one()), places.get(pair.other())));
  }

  private static boolean isAny(List<Row> group, Set<String> decided) {
    return !decided.isEmpty() && group.stream().anyMatch(row -> decided.contains(row.getString(1)));
  }

  private static boolean isIn(Map<String, Integer> places, Decision pair) {
    return places.containsKey(pair.one()) && places.containsKey(pair.other());
  }

  /** The pairs of records that carry the same identifier. */
  static List<int[]> ties(List<Row> group) {
    Map<Long, List<Integer>> carriers = new TreeMap<>();
    for (int record = 0; record < group.size(); record++) {
      for (long value : Longs.of(group.get(record).getAs(3))) {
        carriers.computeIfAbsent(value, none -> new ArrayList<>(2)).add(record);
      }
    }
    List<int[]> ties = new ArrayList<>();
    for (List<Integer> of : carriers.values()) {
      for (int i = 0; i < of.size(); i++) {
        for (int j = i + 1; j < of.size(); j++) {
          ties.add(new int[] {of.get(i), of.get(j)});
        }
      }
    }
    return ties;
  }
}
