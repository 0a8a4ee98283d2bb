package io.tributary.silver.typing;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Lake;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Types the records of a source, each by the road on which it landed: another tool may land the
 * source from some day on, and what landed before keeps the names its own tool gave.
 */
public final class Roads {
  /** The road by which the source lands today. */
  private static final String OWN = "";

  private final Source source;
  private SortedMap<String, Source> taken;
  private long run = -1;

  public Roads(Source source) {
    this.source = source;
  }

  /** The source by every road that its YAML knows, its own first. */
  public static Stream<Source> all(Source source) {
    return Stream.concat(Stream.of(source), source.otherRoads().values().stream());
  }

  /** Records that landed in this run, and so by the road of today. */
  public Dataset<Row> typedNew(Dataset<Row> landed, Map<String, Mapping> mappings, Lake lake) {
    return typed(landed, source, mappings, lake);
  }

  /** Records that landed whenever. */
  public Dataset<Row> typed(Dataset<Row> landed, Map<String, Mapping> mappings, Lake lake) {
    SortedMap<String, Source> roads = taken(lake);
    if (roads.keySet().equals(Set.of(OWN))) {
      return typed(landed, source, mappings, lake);
    }
    return roads.entrySet().stream()
        .map(
            road ->
                typed(landed.where(name().equalTo(road.getKey())), road.getValue(), mappings, lake))
        .reduce(Dataset::unionByName)
        .orElseGet(() -> typed(landed, source, mappings, lake));
  }

  private static Dataset<Row> typed(
      Dataset<Row> landed, Source road, Map<String, Mapping> mappings, Lake lake) {
    return Typed.of(Nested.of(landed, road, lake), road, mappings);
  }

  /** The roads by which anything ever landed; looked for once in a run. */
  private synchronized SortedMap<String, Source> taken(Lake lake) {
    if (run != lake.run()) {
      run = lake.run();
      taken = new TreeMap<>();
      if (source.otherRoads().isEmpty()) {
        taken.put(OWN, source);
      } else {
        lake
            .read(Records.table(source.name()))
            .select(name().as("road"))
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .forEach(road -> taken.put(road, source.otherRoads().getOrDefault(road, source)));
      }
    }
    return taken;
  }

  /** The road of a record, told by the path of its file; of a path that tells none, today's. */
  private Column name() {
    Column name = when(Records.FILE.col().rlike(source.paths()), OWN);
    for (Map.Entry<String, Source> road : source.otherRoads().entrySet()) {
      name = name.when(Records.FILE.col().rlike(road.getValue().paths()), road.getKey());
    }
    return name.otherwise(lit(OWN));
  }
}
