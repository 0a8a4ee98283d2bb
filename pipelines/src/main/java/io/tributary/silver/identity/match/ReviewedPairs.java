package io.tributary.silver.identity.match;

import io.tributary.lake.Field;
import io.tributary.models.identity.Hash;
import io.tributary.models.identity.cluster.Agglomeration;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import io.tributary.models.identity.review.ReviewedPair;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.apache.spark.sql.types.StructType;

/**
 * What would be said of the pairs of which somebody decided, had nobody decided of them. Only
 * records that hang together with a decided one are looked at.
 */
final class ReviewedPairs {
  private static final Field ONE = Field.required("one", Field.TEXT, "The smaller key of a pair");
  private static final Field OTHER = Field.required("other", Field.TEXT, "The greater key");
  private static final Field BITS = Field.required("bits", Field.DOUBLE, "The odds of the model");
  private static final Field IS_TIED = Field.required("is_tied", Field.FLAG, "Whether tied");
  private static final StructType ROW = Standardised.row(ONE, OTHER, BITS, IS_TIED);

  private ReviewedPairs() {}

  /** The decided pairs that hang together, in order of their keys. */
  static List<ReviewedPair> of(Dataset<Row> standardised, Broadcast<People.Plan> plan) {
    Map<List<String>, Decision> decided = new TreeMap<>((one, other) -> compare(one, other));
    decisions(plan.value().known().decisions())
        .forEach(pair -> decided.put(List.of(pair.one(), pair.other()), pair));
    if (decided.isEmpty()) {
      return List.of();
    }
    MapPartitionsFunction<Row, Row> members =
        rows -> {
          Set<Long> components = components(plan.value());
          return Rows.all(rows, row -> member(row, plan.value(), components));
        };
    MapPartitionsFunction<Row, Row> pairs =
        rows -> Rows.all(Rows.groups(rows), group -> pairs(group, plan.value()));
    Map<List<String>, Row> found = new HashMap<>();
    standardised
        .mapPartitions(members, Encoders.row(LinkedGroup.SCHEMA))
        .repartition(functions.col("component"))
        .sortWithinPartitions("component")
        .mapPartitions(pairs, Encoders.row(ROW))
        .collectAsList()
        .forEach(row -> found.put(List.of(row.getString(0), row.getString(1)), row));
    return decided.entrySet().stream()
        .filter(pair -> found.containsKey(pair.getKey()))
        .map(pair -> reviewed(pair.getValue(), found.get(pair.getKey())))
        .toList();
  }

  private static int compare(List<String> one, List<String> other) {
    int order = one.get(0).compareTo(other.get(0));
    return order == 0 ? one.get(1).compareTo(other.get(1)) : order;
  }

  private static ReviewedPair reviewed(Decision decision, Row row) {
    return new ReviewedPair(decision, row.getDouble(2), row.getBoolean(3));
  }

  private static Stream<Decision> decisions(Decisions decisions) {
    return Stream.concat(decisions.same().stream(), decisions.different().stream());
  }

  private static Set<Long> components(People.Plan plan) {
    return decisions(plan.known().decisions())
        .map(pair -> Hash.of(pair.one()))
        .filter(plan.linked()::contains)
        .map(plan.linked()::smallest)
        .collect(Collectors.toSet());
  }

  private static List<Row> member(Row row, People.Plan plan, Set<Long> components) {
    long id = row.getLong(1);
    boolean isAsked = plan.linked().contains(id) && components.contains(plan.linked().smallest(id));
    return isAsked ? LinkedGroup.member(row, plan) : List.of();
  }

  private static List<Row> pairs(List<Row> group, People.Plan plan) {
    Linker linker = plan.linker();
    List<Value[]> values = LinkedGroup.values(group, linker);
    List<int[]> ties = LinkedGroup.ties(group);
    Map<String, Integer> places = new HashMap<>();
    group.forEach(row -> places.put(row.getString(1), places.size()));
    List<Row> rows = new ArrayList<>();
    for (Decision pair : decisions(plan.known().decisions()).toList()) {
      if (places.containsKey(pair.one()) && places.containsKey(pair.other())) {
        int one = places.get(pair.one());
        int other = places.get(pair.other());
        Agglomeration apart =
            linker.unite(
                values,
                new Linker.Bonds(
                    ties,
                    LinkedGroup.holdings(group, plan.known().limits()),
                    compared -> compared.part(one, other)));
        rows.add(
            RowFactory.create(
                pair.one(),
                pair.other(),
                apart.unpartedOdds(one, other),
                isTied(ties, apart.people(), one, other)));
      }
    }
    return rows;
  }

  private static boolean isTied(List<int[]> ties, int[] people, int one, int other) {
    Set<Integer> both = Set.of(people[one], people[other]);
    return ties.stream()
        .anyMatch(tie -> both.equals(Set.copyOf(List.of(people[tie[0]], people[tie[1]]))));
  }
}
