package io.tributary.silver;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.struct;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.DriverRows;
import io.tributary.lake.Lake;
import io.tributary.lake.ops.Quarantine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The records that earlier runs set aside, looked for once in a run for all sources. */
final class SetAside {
  /** More are not held by the driver; each source then looks for its own. */
  private static final int FEW = 50_000;

  private static final Column[] PLACE = {
    Records.RUN.col(), Records.FILE.col(), Records.POSITION.col()
  };

  private long run = -1;
  private Optional<Map<String, List<Row>>> places;

  /** Of the landed records of a source those that no earlier run has set aside. */
  Dataset<Row> without(Dataset<Row> landed, Source source, Lake lake) {
    if (!lake.existedBefore(Quarantine.TABLE)) {
      return landed;
    }
    Dataset<Row> aside =
        lake.before(Quarantine.TABLE)
            .where(Quarantine.SOURCE.col().equalTo(source.name()))
            .select(PLACE);
    Optional<Map<String, List<Row>>> known = places(lake);
    if (known.isPresent()) {
      List<Row> own = known.get().getOrDefault(source.name(), List.of());
      if (own.isEmpty()) {
        return landed;
      }
      aside = DriverRows.of(own, aside.schema(), landed);
    }
    return landed.join(aside, Rivals.PLACE, "left_anti");
  }

  private synchronized Optional<Map<String, List<Row>>> places(Lake lake) {
    if (run != lake.run()) {
      places = look(lake);
      run = lake.run();
    }
    return places;
  }

  /** By source; empty where there are too many. */
  private static Optional<Map<String, List<Row>>> look(Lake lake) {
    Column place = struct(PLACE);
    List<Row> all =
        lake.before(Quarantine.TABLE)
            .select(Quarantine.SOURCE.col(), place)
            .limit(FEW + 1)
            .collectAsList();
    return all.size() > FEW
        ? Optional.empty()
        : Optional.of(
            all.stream()
                .collect(
                    groupingBy(
                        row -> row.getString(0), mapping(row -> row.getStruct(1), toList()))));
  }
}
