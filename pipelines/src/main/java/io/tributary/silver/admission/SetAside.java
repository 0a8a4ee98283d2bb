package io.tributary.silver.admission;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.struct;

import io.tributary.bronze.source.Source;
import io.tributary.lake.DriverRows;
import io.tributary.lake.Lake;
import io.tributary.lake.ops.Quarantine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The records that earlier runs set aside, looked for once in a run for all sources. */
public final class SetAside {
  private static final int FEW = 50_000;

  private final int most;
  private long run = -1;
  private Optional<Map<String, List<Row>>> places;

  public SetAside() {
    this(FEW);
  }

  /**
   * Makes ready to look.
   *
   * @param most records that the driver holds; of more each source looks for its own
   */
  public SetAside(int most) {
    this.most = most;
  }

  /** Of the landed records of a source those that no earlier run has set aside. */
  Dataset<Row> without(Dataset<Row> landed, Source source, Lake lake) {
    if (!lake.existedBefore(Quarantine.TABLE)) {
      return landed;
    }
    return places(lake)
        .map(known -> without(landed, known.getOrDefault(source.name(), List.of())))
        .orElseGet(() -> landed.join(of(source, lake), Rivals.PLACE, "left_anti"));
  }

  private static Dataset<Row> without(Dataset<Row> landed, List<Row> places) {
    return places.isEmpty()
        ? landed
        : landed.join(
            DriverRows.of(places, places.get(0).schema(), landed), Rivals.PLACE, "left_anti");
  }

  private static Dataset<Row> of(Source source, Lake lake) {
    return lake.before(Quarantine.TABLE)
        .where(Quarantine.SOURCE.col().equalTo(source.name()))
        .select(place());
  }

  private static Column[] place() {
    return Arrays.stream(Rivals.PLACE).map(functions::col).toArray(Column[]::new);
  }

  private synchronized Optional<Map<String, List<Row>>> places(Lake lake) {
    if (run != lake.run()) {
      places = look(lake);
      run = lake.run();
    }
    return places;
  }

  /** By source; empty where there are too many. */
  private Optional<Map<String, List<Row>>> look(Lake lake) {
    List<Row> all =
        lake.before(Quarantine.TABLE)
            .select(Quarantine.SOURCE.col(), struct(place()))
            .limit(most + 1)
            .collectAsList();
    return all.size() > most
        ? Optional.empty()
        : Optional.of(
            all.stream()
                .collect(
                    groupingBy(
                        row -> row.getString(0), mapping(row -> row.getStruct(1), toList()))));
  }
}
