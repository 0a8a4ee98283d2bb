package io.tributary.silver.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.TestSpark;
import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.DriverRows;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Layer;
import io.tributary.lake.Progress;
import io.tributary.lake.Run;
import io.tributary.lake.Step;
import io.tributary.lake.ops.Quarantine;
import io.tributary.silver.NightFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetAsideTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final Source SPEND = NightFiles.source("spend");
  private static final Source SHOP = NightFiles.source("shop");

  @TempDir private Path folder;

  /** Whether the driver holds all places, or there are too many and each source looks itself. */
  @ParameterizedTest
  @ValueSource(ints = {2, 1, 0})
  void onlyWhatTheSourceItselfSetAsideIsLeftOut(int most) {
    night(
        Step.making(
            Quarantine.TABLE,
            lake -> lake.append(Quarantine.TABLE, lake.rows(Quarantine.TABLE, aside()))));

    assertThat(standing(SPEND, most)).containsExactly("a.csv 2", "b.csv 1", "b.csv 2");
    assertThat(standing(SHOP, most)).containsExactly("a.csv 1", "b.csv 1", "b.csv 2");
  }

  @Test
  void beforeAnythingWasSetAsideAllStand() {
    assertThat(standing(SPEND, 2)).hasSize(4);
  }

  private static List<Row> aside() {
    return List.of(
        RowFactory.create(1L, "spend", "a.csv", "hash", 1L, "cost is negative", "-1"),
        RowFactory.create(1L, "shop", "a.csv", "hash", 2L, "currency is missing", "{}"));
  }

  private List<String> standing(Source source, int most) {
    List<String> standing = new ArrayList<>();
    night(
        Step.handing(
            "looks",
            Layer.SILVER,
            lake ->
                new SetAside(most)
                    .without(landed(lake.before(Quarantine.TABLE)), source, lake)
                    .orderBy(Records.FILE.col(), Records.POSITION.col())
                    .collectAsList()
                    .forEach(row -> standing.add(row.getString(1) + " " + row.getLong(2)))));
    return standing;
  }

  private static Dataset<Row> landed(Dataset<Row> beside) {
    List<Row> rows =
        Stream.of("a.csv", "b.csv")
            .flatMap(file -> Stream.of(1L, 2L).map(place -> RowFactory.create(1L, file, place)))
            .toList();
    StructType places =
        new StructType()
            .add(Records.RUN.name(), DataTypes.LongType)
            .add(Records.FILE.name(), DataTypes.StringType)
            .add(Records.POSITION.name(), DataTypes.LongType);
    return DriverRows.of(rows, places, beside);
  }

  private void night(Step step) {
    String root = folder.toString();
    Clock clock = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
    Lakehouse house = new Lakehouse(TestSpark.session(), root, root + "/restricted", clock);
    Run run = new Run(house, List.of(), new Progress() {});
    run.execute(run.plan(DAY, List.of(step), List.of()), List.of(step));
  }
}
