package io.tributary.lake;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Rows;
import io.tributary.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a large table, few rows are struck out where they stand; nobody sees how they went. */
class DeletionVectorsTest {
  private static final long ROWS = UnitRemoval.WORTH_STRIKING + 50_000;
  private static final Field ID = required("id", LONG, "The visit's number");
  private static final Field GUEST = required("guest", TEXT, "Who came");
  private static final Table VISITS =
      Table.silver("visits", "One row per visit.", ID, GUEST).key(ID);
  private static final Table SEEN = Table.gold("seen", "One row per visit seen.", ID, GUEST);

  @TempDir private static Path filled;

  @TempDir private Path folder;
  private Ground ground;
  private String large;

  @BeforeAll
  static void fill() {
    new Ground(filled, VISITS, SEEN)
        .does(
            VISITS,
            lake ->
                lake.append(
                    VISITS,
                    lake.session()
                        .range(0, ROWS, 1, 1)
                        .select(
                            functions.col("id"),
                            functions
                                .concat(functions.lit("g"), functions.col("id"))
                                .as("guest"))));
  }

  @BeforeEach
  void build() throws IOException {
    try (Stream<Path> files = Files.walk(filled)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(filled.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    ground = new Ground(folder, VISITS, SEEN);
    // Whoever filled the table was the first run here.
    ground.does(Step.making(SEEN, lake -> {}));
    large = files().get(0).path();
  }

  @Test
  void rowsGoAndTheirFileStays() {
    replace("id | guest\n7 | new\n300000 | more", 7, 8, 299_999);

    assertThat(files()).hasSizeLessThan(4).anyMatch(file -> file.path().equals(large));
    assertThat(read().count()).isEqualTo(ROWS - 1);
    assertThat(Rows.of(read().where("id < 10 or id > 299997")))
        .containsExactly(
            "0 | g0",
            "1 | g1",
            "2 | g2",
            "299998 | g299998",
            "3 | g3",
            "300000 | more",
            "4 | g4",
            "5 | g5",
            "6 | g6",
            "7 | new",
            "9 | g9");
    assertThat(Rows.of(version(0).where("id in (7, 8)"))).containsExactly("7 | g7", "8 | g8");
  }

  @Test
  void deltasOwnReaderSeesTheSame() {
    replace("id | guest\n7 | new", 7, 8);
    replace("id | guest\n8 | again\n9 | late", 7, 8, 9);

    Dataset<Row> byDelta = TestSpark.session().read().format("delta").load(path());
    assertThat(byDelta.count()).isEqualTo(ROWS - 1).isEqualTo(read().count());
    assertThat(Rows.of(byDelta.where("id between 6 and 10")))
        .containsExactly("10 | g10", "6 | g6", "8 | again", "9 | late")
        .isEqualTo(Rows.of(read().where("id between 6 and 10")));
  }

  @Test
  void nightAfterNightTheTableIsWhatEachNightLeft() {
    for (int night = 1; night <= 10; night++) {
      long id = night * 1_000L;
      replace("id | guest\n%d | n%d".formatted(id, night), id, id + 1, id - 1_000);
    }

    assertThat(read().count()).isEqualTo(ROWS - 1 - 9 - 10);
    assertThat(Rows.of(read().where("guest like 'n%'"))).containsExactly("10000 | n10");
    assertThat(files().size()).isLessThanOrEqualTo(UnitRemoval.MOST_SMALL + 2);
  }

  @Test
  void aStepThatReadsOnSeesWhatCameAndWhatWent() {
    changes();
    replace("id | guest\n7 | new\n9 | g9\n300000 | more", 7, 8, 9);

    assertThat(changes()).containsExactly("300000 | more", "7 | g7", "7 | new", "8 | g8");
    assertThat(changes()).isEmpty();
  }

  @Test
  void keysAreThoseOfRowsThatCameOrWentOrWereStruckOut() {
    look(lake -> lake.changedKeys(VISITS, ID));
    replace("id | guest\n7 | new\n300000 | more", 7, 8);
    replace("id | guest\n7 | newer\n10 | g10", 7, 9, 10);

    List<String> changed = new ArrayList<>();
    assertThat(
            look(
                lake -> {
                  changed.addAll(Rows.of(lake.changedKeys(VISITS, ID)));
                  return lake.touchedKeys(VISITS, ID);
                }))
        .containsExactly("10", "300000", "7", "8", "9");
    assertThat(changed).containsExactly("300000", "7", "8", "9");
  }

  @Test
  void whatWasWrittenSinceIsReadWithoutTheRest() {
    look(lake -> lake.written(VISITS));
    replace("id | guest\n7 | new\n300000 | more", 7, 8);
    replace("id | guest\n7 | newer", 7, 9);

    assertThat(look(lake -> lake.written(VISITS))).containsExactly("300000 | more", "7 | newer");
  }

  @Test
  void aKeyThatStandsElsewhereIsStillFound() {
    assertThatThrownBy(() -> replaceGuest("id | guest\n5 | g7", "g7"))
        .hasMessageContaining("silver.visits was not published");

    replaceGuest("id | guest\n7 | moved", "g7");
    assertThat(Rows.of(read().where("id = 7"))).containsExactly("7 | moved");
    assertThat(files()).anyMatch(file -> file.path().equals(large));
  }

  @Test
  void whereManyRowsGoTheFileIsWrittenAgain() {
    long[] many = LongStream.range(0, ROWS / 5).toArray();

    replace("id | guest\n7 | new", many);

    assertThat(files()).allMatch(file -> file.deletionVector() == null);
    assertThat(read().count()).isEqualTo(ROWS - ROWS / 5 + 1);
  }

  @Test
  void whatTellsOfStruckRowsIsRemovedWithTheFilesOfOldVersions() {
    replace("id | guest\n7 | new", 7);
    replace("id | guest\n8 | new", 8);
    // The house's clock is not that of the disk, which stamps the files.
    ground.passes(Duration.ofDays(36_500));

    Vacuum.Freed freed = Vacuum.of(ground.house(), List.of()).free(VISITS, Duration.ZERO);

    assertThat(freed.files()).isEqualTo(1);
    assertThat(read().count()).isEqualTo(ROWS);
  }

  private void replace(String rows, long... ids) {
    String units = LongStream.of(ids).mapToObj(id -> id + " | -").collect(Collectors.joining("\n"));
    ground.does(
        VISITS,
        lake ->
            lake.replace(
                VISITS,
                Rows.of(VISITS, rows),
                ids.length > 100
                    ? lake.session().range(ids.length).toDF()
                    : Rows.of(SEEN, "id | guest\n" + units).select("id"),
                ID));
  }

  private void replaceGuest(String rows, String guest) {
    Dataset<Row> guests = Rows.of(SEEN, "id | guest\n0 | " + guest).select("guest");
    ground.does(VISITS, lake -> lake.replace(VISITS, Rows.of(VISITS, rows), guests, GUEST));
  }

  private List<String> changes() {
    return look(lake -> lake.changes(VISITS));
  }

  /** What a step sees that reads the table night after night; the first night is not looked at. */
  private List<String> look(Function<Lake, Dataset<Row>> at) {
    List<String> seen = new ArrayList<>();
    ground.does(
        Step.making(
                SEEN,
                lake -> {
                  if (lake.hasConsumed(VISITS)) {
                    seen.addAll(Rows.of(at.apply(lake)));
                  }
                })
            .reading(VISITS));
    return seen;
  }

  private List<AddFile> files() {
    Lakehouse house = ground.house();
    long version = house.version(VISITS).getAsLong();
    return FewFiles.of(house.snapshot(TestSpark.session(), VISITS, version));
  }

  private Dataset<Row> read() {
    return ground.house().read(TestSpark.session(), VISITS);
  }

  private Dataset<Row> version(long version) {
    return ground.house().readAt(TestSpark.session(), VISITS, version);
  }

  private String path() {
    return ground.house().path(VISITS);
  }
}
