package io.tributary.lake;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.required;
import static io.tributary.lake.StepResult.Status.BLOCKED;
import static io.tributary.lake.StepResult.Status.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunGateTest {
  private static final Field ID = required("id", LONG, "The sale's number");
  private static final Field AMOUNT = required("amount", LONG, "What it brought");

  private static final Table SALES = Table.silver("sales", "One row per sale.", ID, AMOUNT).key(ID);
  private static final Table LEDGER =
      Table.gold("ledger", "One row per sale.", ID, AMOUNT)
          .key(ID)
          .check(Check.fail("amounts are not negative", "amount >= 0"));
  private static final Table SUMMARY = Table.gold("summary", "One row per sale.", ID, AMOUNT);
  private static final Table COPY = Table.gold("copy", "One row per sale.", ID, AMOUNT);
  private static final Table INDEX = Table.gold("sale_index", "One row per sale.", ID);

  @TempDir private Path folder;
  private Ground ground;

  @BeforeEach
  void build() {
    ground = new Ground(folder, SALES, LEDGER, SUMMARY, COPY, INDEX);
  }

  private RunReport night(String sales) {
    return ground.night(steps(sales));
  }

  /** What comes each night replaces the sales of the same number; the ledger takes what changed. */
  private static Step[] steps(String sales) {
    return new Step[] {
      Step.making(
              SALES,
              lake -> {
                var rows = Rows.of(SALES, sales);
                lake.replace(SALES, rows, rows.select("id"), ID);
              })
          .configuredBy(sales),
      Step.making(
              "gold.ledger",
              List.of(INDEX, LEDGER),
              lake -> {
                var changed = lake.changes(SALES).select("id").distinct();
                var sold = lake.read(SALES).join(changed, "id", "left_semi");
                lake.append(INDEX, changed);
                lake.append(LEDGER, sold);
              })
          .reading(SALES),
      copying(SUMMARY, LEDGER),
      copying(COPY, SALES)
    };
  }

  private static Step copying(Table to, Table from) {
    return Step.making(to, lake -> lake.overwrite(to, lake.read(from))).reading(from);
  }

  @Test
  void aClosedGateHoldsBackWhatIsMadeOfItsTableUntilTheSourceIsMended() {
    night("id | amount\n1 | 10");
    var published = new RunBook(ground.house()).published().oldest();

    assertIsClosed(night("id | amount\n2 | -20\n3 | 30"));
    assertThat(new RunBook(ground.house()).published().oldest()).isEqualTo(published);
    assertIsClosed(night("id | amount\n2 | -20"));

    RunReport healed = night("id | amount\n2 | 20\n4 | 40");
    assertThat(healed.isPublished()).isTrue();
    assertThat(ground.rows(LEDGER)).containsExactly("1 | 10", "2 | 20", "3 | 30", "4 | 40");
    assertThat(ground.rows(INDEX)).containsExactly("1", "2", "3", "4");
    assertThat(ground.rows(SUMMARY)).isEqualTo(ground.rows(LEDGER));
    assertThat(new RunBook(ground.house()).published().oldest())
        .containsEntry("gold.ledger", ground.version(LEDGER).getAsLong());
  }

  @Test
  void aPartOfANightPublishesNothingWhileAGateItLeavesOutIsClosed() {
    night("id | amount\n1 | 10");
    var published = new RunBook(ground.house()).published().oldest();
    night("id | amount\n2 | -20");
    Step[] mended = steps("id | amount\n2 | 20");

    RunReport sales = ground.partialNight(List.of(mended[0], mended[3]), mended);
    assertThat(sales.isPublished()).isFalse();
    assertThat(new RunBook(ground.house()).published().oldest()).isEqualTo(published);
    assertThat(ground.alerts(3))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("gold.ledger | is kept back by a gate that closed in run 2");

    RunReport ledger = ground.partialNight(List.of(mended[1]), mended);
    assertThat(ledger.isPublished()).as("the summary still shows the night before").isFalse();

    RunReport summary = ground.partialNight(List.of(mended[2]), mended);
    assertThat(summary.isPublished()).isTrue();
    assertThat(ground.rows(SUMMARY)).containsExactly("1 | 10", "2 | 20");
    assertThat(new RunBook(ground.house()).published().oldest())
        .containsEntry("gold.summary", ground.version(SUMMARY).getAsLong());
  }

  /** The failed step's other table and the tables below stand as they were; others go on. */
  private void assertIsClosed(RunReport gated) {
    assertThat(gated.isPublished()).isFalse();
    assertThat(Ground.statuses(gated))
        .containsEntry("gold.ledger", FAILED)
        .containsEntry("gold.summary", BLOCKED)
        .doesNotContainEntry("silver.sales", FAILED)
        .doesNotContainEntry("gold.copy", FAILED);
    assertThat(ground.rows(LEDGER)).containsExactly("1 | 10");
    assertThat(ground.rows(INDEX)).containsExactly("1");
    assertThat(ground.rows(SUMMARY)).containsExactly("1 | 10");
    assertThat(ground.rows(COPY)).containsExactlyElementsOf(ground.rows(SALES)).hasSize(3);
    assertThat(ground.alerts(gated.plan().number()))
        .singleElement()
        .asString()
        .startsWith("gold.ledger | gold.ledger was not published: 1 of 2 rows break")
        .contains("'amounts are not negative' (amount >= 0)", "The last good version stands");
  }

  @Test
  void whatAQueryRefusesInItsOwnWordsClosesTheGateUntilItsInputIsMended() {
    ground.night(valuing("0.42"));

    RunReport gated = ground.night(valuing(null));
    RunReport mended = ground.night(valuing("0.50"));

    assertThat(Ground.statuses(gated)).containsOnly(Map.entry("gold.sale_index", FAILED));
    assertThat(ground.alerts(2))
        .containsExactly(
            "gold.sale_index | gold.sale_index: no margin holds on it. Until then the last good"
                + " version stands.");
    assertThat(mended.plan().number()).as("nothing was left to be finished").isEqualTo(3);
    assertThat(mended.isPublished()).isTrue();
  }

  private static Step valuing(String margin) {
    String value = margin == null ? "raise_error('no margin holds on it.')" : "1";
    return Step.making(
            INDEX,
            lake ->
                lake.overwrite(
                    INDEX,
                    Rows.of(INDEX, "id\n1").selectExpr("if(id = 1, " + value + ", 0) as id")))
        .configuredBy("" + margin);
  }

  @Test
  void aWarningIsAlertedAndLetsTheRowsPass() {
    Table warned =
        Table.gold("ledger", "One row per sale.", ID, AMOUNT)
            .check(Check.warn("amounts are small", "amount < 100"));

    StepLog log =
        ground.does(
            warned,
            lake -> lake.append(warned, Rows.of(warned, "id | amount\n1 | 99\n2 | 100\n3 | 101")));

    assertThat(ground.rows(warned)).hasSize(3);
    assertThat(log.alerts())
        .extracting(Alert::message)
        .containsExactly("2 of 3 rows break 'amounts are small' (amount < 100)");
  }

  @Test
  void aRuleAboutTheWholeTableIsJudgedEvenWhenThereAreNoRows() {
    Table filled =
        Table.gold("ledger", "One row per sale.", ID, AMOUNT)
            .check(Check.table("there are sales", Check.Level.FAIL, "count(*) > 0"));

    assertThatThrownBy(
            () -> ground.does(filled, lake -> lake.overwrite(filled, lake.rows(filled, List.of()))))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining(
            "gold.ledger was not published: 'there are sales' (count(*) > 0) does not hold.");
    assertThat(ground.version(filled)).isEmpty();
  }

  @Test
  void aKeyRepeatedAmongTheRowsStopsTheTable() {
    assertStops("id | amount\n7 | 1\n7 | 2\n8 | 3", "1 of 3 rows break 'key is unique' (id)");
    assertThat(ground.version(SALES)).isEmpty();
  }

  @Test
  void aKeyThatStandsInTheTableStopsAnAppendOfIt() {
    ground.does(SALES, lake -> lake.append(SALES, Rows.of(SALES, "id | amount\n7 | 1\n9 | 1")));

    assertStops("id | amount\n7 | 2\n8 | 3", "1 of 2 rows break 'key is unique' (id)");
    assertThat(ground.rows(SALES)).containsExactly("7 | 1", "9 | 1");
  }

  @Test
  void aKeyThatStandsInAUnitThatStaysStopsItsReplacement() {
    ground.does(SALES, lake -> lake.append(SALES, Rows.of(SALES, "id | amount\n7 | 1\n9 | 2")));

    assertReplacementStops("id | amount\n9 | 1", "id | amount\n0 | 1", AMOUNT, "1 of 1 rows break");
    assertThat(ground.rows(SALES)).containsExactly("7 | 1", "9 | 2");
  }

  @Test
  void aKeyRepeatedAmongTheRowsOfANamedKeyStopsTheirReplacement() {
    appendOneFile("id | amount\n7 | 1\n9 | 2");

    assertReplacementStops("id | amount\n7 | 3\n7 | 4", "id\n7", ID, "1 of 3 rows break");
    assertThat(ground.rows(SALES)).containsExactly("7 | 1", "9 | 2");
  }

  @Test
  void aKeyOfARowThatStaysStopsAReplacementThatDoesNotNameIt() {
    appendOneFile("id | amount\n7 | 1\n9 | 2");

    assertReplacementStops("id | amount\n9 | 3", "id\n7", ID, "1 of 2 rows break");
    assertThat(ground.rows(SALES)).containsExactly("7 | 1", "9 | 2");
  }

  private void appendOneFile(String rows) {
    ground.does(SALES, lake -> lake.append(SALES, Rows.of(SALES, rows).coalesce(1)));
  }

  private void assertReplacementStops(String rows, String units, Field unit, String words) {
    assertThatThrownBy(
            () ->
                ground.does(
                    SALES,
                    lake ->
                        lake.replace(
                            SALES,
                            Rows.of(SALES, rows),
                            Rows.of(SALES, units).select(unit.col()),
                            unit)))
        .hasMessageContaining(words + " 'key is unique' (id)");
  }

  private void assertStops(String appended, String words) {
    assertThatThrownBy(
            () -> ground.does(SALES, lake -> lake.append(SALES, Rows.of(SALES, appended))))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining(words);
  }
}
