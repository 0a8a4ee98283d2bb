package io.tributary.silver.identity.match;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.models.identity.Hash;
import io.tributary.models.identity.cluster.Agglomeration;
import io.tributary.models.identity.cluster.Holdings;
import io.tributary.models.identity.cluster.Limit;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The records of one component: what is compared of them, and what ties and parts them. */
final class LinkedGroup {
  static final StructType SCHEMA =
      Standardised.row(
          People.COMPONENT,
          Records.RECORD_KEY,
          Standardised.TEXTS,
          Field.required("identifiers", DataTypes.BinaryType, "Those that tie it to others"),
          Field.required("limited", DataTypes.BinaryType, "Those of which nobody has many"));

  private LinkedGroup() {}

  /** The row of a record that hangs together with others; of any other none. */
  static List<Row> member(Row row, People.Plan plan) {
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

  /** The values of a group's records, which are put in the order of their keys. */
  static List<Value[]> values(List<Row> group, Linker linker) {
    group.sort(Comparator.comparing((Row row) -> row.getString(1)));
    List<Value[]> values = new ArrayList<>(group.size());
    for (Row row : group) {
      values.add(linker.values(Packed.unpack(row.getString(2), linker.schema().size())));
    }
    return values;
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

  /** What the records hold of which nobody has many. */
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

  /** Digest of the records, their bonds and what was decided of them. */
  static long fingerprint(List<Row> group, Decisions decisions) {
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

  /** Whether anything was decided of any of the records. */
  static boolean isDecided(List<Row> group, Set<String> decided) {
    return !decided.isEmpty() && group.stream().anyMatch(row -> decided.contains(row.getString(1)));
  }

  /** Does as was decided of records that have been compared. */
  static void decide(List<Row> group, Decisions decisions, Agglomeration compared) {
    Map<String, Integer> places = new HashMap<>();
    group.forEach(row -> places.put(row.getString(1), places.size()));
    decisions.different().stream()
        .filter(pair -> isIn(places, pair))
        .forEach(pair -> compared.part(places.get(pair.one()), places.get(pair.other())));
    decisions.same().stream()
        .filter(pair -> isIn(places, pair))
        .forEach(pair -> compared.bind(places.get(pair.one()), places.get(pair.other())));
  }

  private static boolean isIn(Map<String, Integer> places, Decision pair) {
    return places.containsKey(pair.one()) && places.containsKey(pair.other());
  }
}
