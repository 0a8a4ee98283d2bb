package io.tributary.lake;

import static io.tributary.Rows.assertRows;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
  private static final Field ID = required("id", LONG, "The visit's number");
  private static final Field DAY = optional("day", TEXT, "The day it fell on");
  private static final Field GUEST = optional("guest", TEXT, "Who came");
  private static final Table VISITS =
      Table.silver("visits", "One row per visit.", ID, DAY, GUEST).key(ID);
  private static final Table SEEN = Table.gold("seen", "One row per visit seen.", ID, DAY, GUEST);

  @TempDir private Path folder;
  private Ground ground;

  @BeforeEach
  void build() {
    ground = new Ground(folder, VISITS, SEEN);
  }

  @Test
  void whatAStepDoesNotDeclareItNeitherReadsNorWrites() {
    Step.Work[] trespasses = {
      lake -> lake.read(VISITS),
      lake -> lake.before(VISITS),
      lake -> lake.changes(VISITS),
      lake -> lake.isChanged(VISITS),
      lake -> lake.hasConsumed(VISITS),
      lake -> lake.append(VISITS, lake.rows(VISITS, List.of())),
    };

    for (Step.Work trespass : trespasses) {
      assertThatThrownBy(() -> ground.does(SEEN, trespass))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("gold.seen")
          .hasMessageContaining("silver.visits without declaring it");
    }
  }

  @Test
  void aTableIsWrittenOnceInAStep() {
    assertThatThrownBy(
            () ->
                ground.does(
                    VISITS,
                    lake -> {
                      lake.append(VISITS, Rows.of(VISITS, "id\n1"));
                      lake.append(VISITS, Rows.of(VISITS, "id\n2"));
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("silver.visits writes silver.visits twice in one run");
    assertThat(ground.version(VISITS)).isEmpty();
  }

  @Test
  void replaceTakesTheUnitsRowsAndLeavesAllOthers() {
    append("id | day | guest\n 1 | mon | ann\n 2 | tue | bob\n 3 | tue | cid");
    append("id | day | guest\n 4 | wed | dan\n 5 | thu | eve");
    append("id | day | guest\n 6 | tue | fay\n 7 | sun | gus");
    String untouched = fileOf(4);

    replace("id | day | guest\n 8 | tue | hal", "day\ntue\nfri");

    assertRows(
        read(),
        "id | day | guest\n"
            + "1 | mon | ann\n"
            + "4 | wed | dan\n"
            + "5 | thu | eve\n"
            + "7 | sun | gus\n"
            + "8 | tue | hal");
    assertThat(fileOf(4)).isEqualTo(untouched);
  }

  @Test
  void replaceCountsRowsWithoutAUnitAsAUnitOfTheirOwn() {
    append("id | day\n 1 | mon\n 2 | -");

    replace("id | day\n 3 | -", "day\n-");

    assertRows(read(), "id | day\n1 | mon\n3 | -");
  }

  @Test
  void replaceOfUnitsThatAreNotThereOnlyAdds() {
    replace("id | day\n 1 | mon", "day\nmon");
    replace("id | day\n 2 | tue", "day\ntue\nwed");

    assertRows(read(), "id | day\n1 | mon\n2 | tue");
  }

  @Test
  void replaceByNothingTakesTheUnitsAway() {
    append("id | day\n 1 | mon\n 2 | tue");

    replace("id | day", "day\ntue");

    assertRows(read(), "id | day\n1 | mon");
  }

  @Test
  void overwriteByNothingEmptiesTheTableAndNothingOnNothingIsNoVersion() {
    append("id\n1");

    ground.does(VISITS, lake -> lake.overwrite(VISITS, Rows.of(VISITS, "id")));
    assertThat(ground.rows(VISITS)).isEmpty();
    var emptied = ground.version(VISITS);

    ground.does(VISITS, lake -> lake.overwrite(VISITS, Rows.of(VISITS, "id")));
    assertThat(ground.version(VISITS)).isEqualTo(emptied);
  }

  @Test
  void aTableThatIsFirstWrittenWithoutRowsStands() {
    append("id");

    assertThat(ground.version(VISITS)).hasValue(0);
    assertThat(ground.rows(VISITS)).isEmpty();
  }

  @Test
  void changesAreTheRowsThatCameAndWentAndNotThoseRewritten() {
    append("id | day | guest\n 1 | mon | ann\n 2 | tue | bob\n 3 | tue | cid");
    assertRows(changes(), "id | guest\n1 | ann\n2 | bob\n3 | cid");

    replace("id | day | guest\n 2 | tue | bob\n 4 | tue | dan", "day\ntue");
    append("id | day | guest\n 5 | wed | eve");

    assertRows(changes(), "id | day | guest\n3 | tue | cid\n4 | tue | dan\n5 | wed | eve");
    assertRows(changes(), "id | day | guest");
  }

  @Test
  void aRowThatStandsTwiceChangesOnceWhenOneOfTheTwoGoes() {
    Table tallies = Table.silver("visits", "One row per visit, keys or not.", ID, DAY, GUEST);
    ground.does(tallies, lake -> lake.append(tallies, Rows.of(VISITS, "id\n1\n1\n2")));
    changes();

    ground.does(tallies, lake -> lake.overwrite(tallies, Rows.of(VISITS, "id\n1\n2")));

    assertRows(changes(), "id\n1");
  }

  @Test
  void aWiderDeclarationIsAdoptedAndOldRowsHaveNoValue() {
    append("id | day | guest\n 1 | mon | ann\n 2 | tue | bob");
    changes();
    Field table = optional("table_number", LONG, "Where they sat");
    Table wider = Table.silver("visits", "One row per visit, with its table.", ID, DAY, table);

    ground.does(
        wider,
        lake -> {
          assertRows(lake.before(wider), "id | day | table_number\n1 | mon | -\n2 | tue | -");
          lake.replace(
              wider,
              Rows.of(wider, "id | day | table_number\n 3 | tue | 9"),
              Rows.of(wider, "id | day\n 0 | tue").select("day"),
              DAY);
        });

    Lakehouse house = ground.house();
    assertRows(
        house.read(house.session(), wider), "id | day | table_number\n1 | mon | -\n3 | tue | 9");
    List<String> changed = new ArrayList<>();
    ground.does(
        Step.making(SEEN, lake -> changed.addAll(Rows.of(lake.changes(wider)))).reading(wider));
    assertThat(changed).containsExactly("2 | tue | -", "3 | tue | 9");
  }

  @Test
  void aColumnOfAnotherTypeIsRefusedWhileRowsOfTheOldOneStay() {
    append("id | day\n 1 | mon");
    Table retyped =
        Table.silver("visits", "One row.", required("id", TEXT, "The visit's number"), DAY);

    assertThatThrownBy(
            () -> ground.does(retyped, lake -> lake.append(retyped, Rows.of(retyped, "id\n2"))))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("silver.visits: column id holds bigint and is now declared string");
    assertRows(read(), "id | day\n1 | mon");
  }

  @Test
  void aColumnOfAnotherTypeIsAdoptedWhenAllRowsAreMadeAgain() {
    append("id | day\n 1 | mon");
    Table retyped =
        Table.silver("visits", "One row.", required("id", TEXT, "The visit's number"), DAY);

    ground.does(retyped, lake -> lake.overwrite(retyped, Rows.of(retyped, "id | day\n a | tue")));

    Lakehouse house = ground.house();
    assertRows(house.read(house.session(), retyped), "id | day\na | tue");
  }

  @Test
  void aMissingRequiredValueClosesTheGateAndNamesItsColumn() {
    append("id | guest\n 1 | ann");

    assertThatThrownBy(() -> append("id | guest\n - | eve"))
        .isInstanceOfSatisfying(
            TributaryException.class,
            e -> assertThat(e.kind()).isEqualTo(TributaryException.Kind.GATE))
        .hasMessageStartingWith("silver.visits was not published: a row has no id.")
        .hasMessageNotContaining("eve");
    assertRows(read(), "id | guest\n1 | ann");
  }

  @Test
  void whatTheDeclarationSaysStandsInTheLog() throws IOException {
    append("id\n1");
    assertThat(log(0)).contains("One row per visit.", "The visit's number", "Who came");

    Table reworded = Table.silver("visits", "One row per visit to a store.", ID, DAY, GUEST);
    ground.does(reworded, lake -> lake.append(reworded, Rows.of(reworded, "id\n2")));

    assertThat(log(1)).contains("One row per visit to a store.");
  }

  private void append(String rows) {
    ground.does(VISITS, lake -> lake.append(VISITS, Rows.of(VISITS, rows)));
  }

  private void replace(String rows, String days) {
    ground.does(
        VISITS,
        lake ->
            lake.replace(
                VISITS,
                Rows.of(VISITS, rows),
                Rows.of(VISITS, days).select("day").distinct(),
                DAY));
  }

  @Test
  void aValueThatMovesToAnotherColumnIsAChange() {
    append("id | day | guest\n1 | mon | -\n2 | tue | -");
    changedKeys(ID);

    replace("id | day | guest\n1 | - | mon", "day\nmon");

    assertThat(changedKeys(ID)).containsExactly("[1]");
  }

  @Test
  void changedKeysAreTheValuesOfTheRowsThatChanged() {
    append("id | day | guest\n1 | mon | ann\n2 | mon | bob\n3 | tue | cid");
    assertThat(changedKeys(DAY)).containsExactlyInAnyOrder("[mon]", "[tue]");

    replace("id | day | guest\n1 | mon | ann\n2 | wed | bob", "day\nmon");

    assertThat(changedKeys(DAY)).containsExactlyInAnyOrder("[mon]", "[wed]");
    assertThat(changedKeys(DAY)).isEmpty();
  }

  @Test
  void keysOfSeveralFieldsChangeTogether() {
    append("id | day | guest\n1 | mon | ann\n2 | mon | bob");
    changedKeys(DAY, GUEST);

    replace("id | day | guest\n1 | mon | ann\n4 | mon | eve", "day\nmon");

    assertThat(changedKeys(DAY, GUEST)).containsExactlyInAnyOrder("[mon,bob]", "[mon,eve]");
  }

  private List<String> changedKeys(Field... key) {
    List<String> keys = new ArrayList<>();
    ground.does(
        Step.making(
                SEEN,
                lake ->
                    lake.changedKeys(VISITS, key).collectAsList().stream()
                        .map(Row::toString)
                        .forEach(keys::add))
            .reading(VISITS));
    return keys;
  }

  /** What a step sees that reads the table night after night. */
  private Dataset<Row> changes() {
    List<Row> changes = new ArrayList<>();
    ground.does(
        Step.making(SEEN, lake -> changes.addAll(lake.changes(VISITS).collectAsList()))
            .reading(VISITS));
    Lakehouse house = ground.house();
    return house.session().createDataFrame(changes, VISITS.schema());
  }

  private Dataset<Row> read() {
    Lakehouse house = ground.house();
    return house.read(house.session(), VISITS);
  }

  private String fileOf(long id) {
    return read()
        .where(ID.col().equalTo(id))
        .select(functions.input_file_name())
        .first()
        .getString(0);
  }

  private String log(int version) throws IOException {
    Path log = folder.resolve("lake house/silver/visits/_delta_log");
    return Files.readString(log.resolve("%020d.json".formatted(version)));
  }
}
