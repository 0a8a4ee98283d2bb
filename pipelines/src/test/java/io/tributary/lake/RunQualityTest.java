package io.tributary.lake;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.lake.ops.QualityScores;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunQualityTest {
  private static final Field ID = required("id", LONG, "The sale's number");
  private static final Field BRAND = required("brand", TEXT, "The brand");
  private static final Field CAMPAIGN = optional("campaign", TEXT, "The campaign");
  private static final Field DAY = required("day", DATE, "The day");
  private static final Field RATIO = optional("ratio", DOUBLE, "A ratio");

  private static final Table LANDED = Table.bronze("sales", "One row per record.", ID);
  private static final Table SALES =
      Table.silver("sales", "One row per sale.", ID, BRAND, CAMPAIGN, DAY, RATIO)
          .key(ID)
          .check(Check.warn("numbers are positive", "id > 0"));
  private static final LocalDate JUNE = LocalDate.parse("2026-06-01");

  @TempDir private Path folder;
  private Ground ground;

  @BeforeEach
  void build() {
    ground = new Ground(folder, LANDED, SALES);
  }

  private static Step landing() {
    return landing(LANDED, "till");
  }

  private static Step landing(Table bronze) {
    return landing(bronze, bronze.name());
  }

  private static Step landing(Table bronze, String source) {
    return Step.making(
            bronze,
            lake -> {
              lake.append(bronze, Rows.of(bronze, "id\n1"));
              lake.files(source).forEach(file -> lake.account(landed(file)));
            })
        .landing(source);
  }

  private static RunPlan.PlannedFile file(String source, int number, int day) {
    return new RunPlan.PlannedFile(
        source, source + "-" + number, "", JUNE.plusDays(day), 1, number);
  }

  private static FileOutcome landed(RunPlan.PlannedFile file) {
    return new FileOutcome(
        file.source(),
        file.path(),
        file.path(),
        file.delivered(),
        file.bytes(),
        file.modified(),
        new FileOutcome.Counts(1, 1, 0, 0, 0),
        null);
  }

  private static Step sales(String rows) {
    return Step.making(SALES, lake -> lake.append(SALES, Rows.of(SALES, rows)))
        .reading(LANDED)
        .configuredBy(rows);
  }

  private List<String> scores(String... columns) {
    Lakehouse house = ground.house();
    return Rows.of(house.read(house.session(), QualityScores.TABLE).selectExpr(columns));
  }

  @Test
  void cellsAreCountedInTheScanThatWrites() {
    RunReport report =
        ground.night(
            sales(
                """
                id | brand | campaign | day        | ratio
                1  | home  | may      | 2026-05-01 | 0.5
                2  | home  | -        | 0201-05-01 | -
                0  | ''    | -        | 2026-05-01 | 0.1
                3  | kids  | may      | 2026-05-01 | 0.1
                """
                    .replace("''", " ")));

    assertThat(scores("table_name", "outcome", "rows", "unfilled", "strange"))
        .singleElement()
        .asString()
        .contains("silver.sales", "written", "4")
        .contains("campaign", "2")
        .contains("day", "1");
    assertThat(scores("validity", "uniqueness", "timeliness", "consistency"))
        .containsExactly("83.33 | 100.0 | 100.0 | 100.0");
    assertThat(report.alerts()).extracting(Alert::subject).contains("silver.sales");
  }

  @Test
  void anUnchangedTableKeepsItsScoreUntilItsSourceIsLate() {
    for (int day = 0; day < 3; day++) {
      delivered(day, "id | brand | day\n%d | home | 2026-06-01".formatted(day + 1));
    }
    String last = "id | brand | day\n3 | home | 2026-06-01";

    RunReport due = ground.night(JUNE.plusDays(4), landing(), sales(last));
    RunReport late = ground.night(JUNE.plusDays(12), landing(), sales(last));

    assertThat(scores("run", "outcome", "score", "timeliness", "delivered"))
        .containsExactly(
            "1 | written | 100.0 | 100.0 | 2026-06-01",
            "2 | written | 100.0 | 100.0 | 2026-06-02",
            "3 | written | 100.0 | 100.0 | 2026-06-03",
            "5 | carried | 84.0 | 20.0 | 2026-06-03");
    assertThat(due.alerts()).isEmpty();
    assertThat(late.alerts())
        .containsExactly(
            new Alert(
                "till",
                "last delivered for 2026-06-03, 10 days before 2026-06-13, and is due within 2 days."));
  }

  /** No table is worth less than 95 points while three of four sources are in time. */
  @Test
  void oneDeadSourceOfManyIsToldThoughTheScoreStaysHigh() {
    List<Table> landed =
        Stream.of("app", "dead", "mail", "web")
            .map(source -> Table.bronze(source, "One row per record.", ID))
            .toList();
    ground = new Ground(folder, landed.toArray(Table[]::new));
    Step[] steps = landed.stream().map(RunQualityTest::landing).toArray(Step[]::new);
    for (int day = 0; day < 5; day++) {
      assertThat(ground.night(JUNE.plusDays(day), filesOf(day, landed), steps).alerts()).isEmpty();
    }

    assertThat(ground.night(JUNE.plusDays(5), filesOf(5, landed), steps).alerts())
        .containsExactly(
            new Alert(
                "dead",
                "last delivered for 2026-06-03, 3 days before 2026-06-06, and is due within 2 days."));
  }

  private static List<RunPlan.PlannedFile> filesOf(int day, List<Table> sources) {
    return sources.stream()
        .map(Table::name)
        .filter(source -> day < 3 || !source.equals("dead"))
        .map(source -> file(source, day, day))
        .toList();
  }

  @Test
  void filesThatHoldNoRecordAreANightOfNoRows() {
    String rows = "id | brand | day\n1 | home | 2026-06-01";
    delivered(0, rows);

    Step empty =
        Step.making(LANDED, lake -> lake.files("till").forEach(file -> lake.account(landed(file))))
            .landing("till");
    ground.night(JUNE.plusDays(1), List.of(file("till", 1, 1)), empty, sales(rows));
    ground.night(JUNE.plusDays(2), List.of(), empty, sales(rows));

    assertThat(scores("run", "outcome", "rows", "score"))
        .containsExactly("1 | written | 1 | 100.0", "2 | empty | 0 | 100.0");
  }

  private void delivered(int day, String rows) {
    LocalDate asOf = JUNE.plusDays(day);
    ground.night(asOf, List.of(file("till", day, day)), landing(), sales(rows));
  }
}
