package io.tributary.silver.identity.match;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.models.identity.cluster.Agglomeration;
import io.tributary.models.identity.cluster.LinkedRecords;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.linkage.Model;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
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

  /** From which probability on two people are told of, whoever looks at them. */
  private static final double DOUBTFUL = 0.5;

  private static final StructType ROW =
      Standardised.row(Records.RECORD_KEY, PERSON_KEY, PROBABILITY, IS_MEMBER);
  private static final StructType LINKED =
      Standardised.row(
          Field.required("component", Field.LONG, "The smallest id that hangs together with it"),
          Records.RECORD_KEY,
          Standardised.TEXTS);

  private People() {}

  static Dataset<Row> of(
      Dataset<Row> standardised,
      Broadcast<LinkedRecords> linked,
      Broadcast<Linker> linker,
      Decisions decisions) {
    MapPartitionsFunction<Row, Row> components =
        rows ->
            Rows.all(
                rows,
                row ->
                    linked.value().contains(row.getLong(1))
                        ? List.of(
                            RowFactory.create(
                                linked.value().smallest(row.getLong(1)), row.get(0), row.get(2)))
                        : List.of());
    Set<String> decided = new HashSet<>(decisions.records());
    MapPartitionsFunction<Row, Row> people =
        rows ->
            Rows.all(
                Rows.groups(rows),
                group ->
                    people(
                        group, linker.value(), isAny(group, decided) ? decisions : Decisions.NONE));
    return standardised
        .mapPartitions(components, Encoders.row(LINKED))
        .repartition(functions.col("component"))
        .sortWithinPartitions("component")
        .mapPartitions(people, Encoders.row(ROW));
  }

  private static List<Row> people(List<Row> group, Linker linker, Decisions decisions) {
    group.sort(Comparator.comparing((Row row) -> row.getString(1)));
    List<Value[]> values = new ArrayList<>(group.size());
    for (Row row : group) {
      values.add(linker.values(Packed.unpack(row.getString(2), linker.schema().size())));
    }
    Agglomeration united = linker.unite(values, compared -> decide(group, decisions, compared));
    int[] people = united.people();
    double[] bits = united.bits();
    List<Row> rows = new ArrayList<>();
    for (int record = 0; record < people.length; record++) {
      String key = group.get(record).getString(1);
      String person = group.get(people[record]).getString(1);
      rows.add(RowFactory.create(key, person, probability(bits[record]), true));
    }
    addDoubtful(group, united, Math.min(DOUBTFUL, linker.settings().review()), rows);
    return rows;
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

  /** Two people are named by their first records, which stand for all of theirs. */
  private static void addDoubtful(
      List<Row> group, Agglomeration united, double review, List<Row> rows) {
    int[] people = united.people();
    for (int one = 0; one < people.length; one++) {
      for (int other = one + 1; other < people.length; other++) {
        if (people[one] == one && people[other] == other) {
          double probability = probability(united.odds(one, other));
          if (probability >= review) {
            rows.add(
                RowFactory.create(
                    group.get(one).getString(1),
                    group.get(other).getString(1),
                    probability,
                    false));
          }
        }
      }
    }
  }

  private static double probability(double bits) {
    return Math.round(Model.probability(bits) * 1e4) / 1e4;
  }
}
