package io.tributary.silver.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.lake.Catalog;
import io.tributary.lake.Field;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Progress;
import io.tributary.lake.Run;
import io.tributary.lake.RunReport;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.models.identity.compare.Kind;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchSpec.FieldSpec;
import io.tributary.silver.identity.match.ValidationSpec;
import io.tributary.silver.identity.match.ValidationSpec.OnBreach;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityGateTest {
  private static final String KNOWN_TWICE =
      """
      record_key | source | brand | loyalty_hash
      a          | shop   | Home  | l1
      b          | till   | Home  | l1
      """;
  private static final String KNOWN_ONCE =
      """
      record_key | source | brand | loyalty_hash
      a          | shop   | Home  | l1
      b          | till   | Home  | l2
      """;

  private static final Table SOLD =
      Table.gold(
          "sold",
          "One row per brand.",
          Field.optional("brand", Field.TEXT, "The brand"),
          Field.required("night", Field.INTEGER, "The night it was written"));

  @TempDir private Path folder;
  private Lakehouse house;
  private Run run;
  private int night;

  @BeforeEach
  void open() {
    house =
        new Lakehouse(
            TestSpark.session(),
            folder.resolve("open").toString(),
            folder.resolve("restricted").toString(),
            Clock.systemUTC());
    List<Table> tables = new ArrayList<>(Identity.TABLES);
    tables.addAll(Identity.LIKENESS);
    tables.addAll(List.of(CustomerRecord.TABLE, ContactPoints.TABLE, ReviewDecisions.TABLE));
    tables.add(SOLD);
    run = new Run(house, tables, new Progress() {}, IdentityGates.hold());
  }

  @Test
  void aBrandUnderItsFloorLeavesThePeopleOfTheLastGoodNight() {
    assertThat(perform(KNOWN_TWICE, OnBreach.STOP).isPublished()).isTrue();
    List<String> links = rows(IdentityLinks.TABLE);

    RunReport gated = perform(KNOWN_ONCE, OnBreach.STOP);

    assertThat(gated.isPublished()).isFalse();
    assertThat(gated.alerts())
        .anyMatch(
            alert ->
                alert.message().contains("Home: 0.0 % of 2 profiles with an identifier")
                    && alert.message().contains("Those of the last good night stand"));
    assertThat(rows(IdentityLinks.TABLE)).isEqualTo(links);
  }

  @Test
  void anOperatorMayAskToBeToldOnly() {
    RunReport report = perform(KNOWN_ONCE, OnBreach.ALERT);

    assertThat(report.isPublished()).isTrue();
    assertThat(report.alerts())
        .anyMatch(alert -> alert.message().startsWith("Home: 0.0 % of 2 profiles"));
    assertThat(rows(MatchRates.TABLE)).contains("Home | 2 | 2 | 2 | 0 | 0.0");
  }

  @Test
  void aBrandIsHeldAtItsLastGoodNightWhileOthersGoOn() {
    perform(KNOWN_TWICE, OnBreach.HOLD);
    assertThat(sold()).containsExactly("Home | 1", "Kids | 1", "all | 1");

    RunReport held = perform(KNOWN_ONCE, OnBreach.HOLD);
    assertThat(held.isPublished()).isTrue();
    assertThat(held.alerts())
        .anyMatch(
            alert ->
                alert.message().startsWith("Home: 0.0 % of 2 profiles")
                    && alert.message().endsWith("as of the last night on which it passed"));
    assertThat(rows(IdentityGates.TABLE))
        .anyMatch(row -> row.startsWith("match_rate | Home | held"));
    assertThat(sold()).containsExactly("Home | 1", "Kids | 2", "all | 2");
    perform(KNOWN_ONCE, OnBreach.HOLD);
    assertThat(sold()).containsExactly("Home | 1", "Kids | 3", "all | 3");

    perform(KNOWN_TWICE, OnBreach.HOLD);
    assertThat(sold()).containsExactly("Home | 4", "Kids | 4", "all | 4");
  }

  @Test
  void aBrandThatWasNeverGoodHasNoFigures() {
    perform(KNOWN_ONCE, OnBreach.HOLD);

    assertThat(sold()).containsExactly("Kids | 1", "all | 1");
  }

  /** What readers see, asked as rows and in SQL. */
  private List<String> sold() {
    Catalog catalog = new Catalog(house, TestSpark.session());
    catalog.name(List.of(SOLD));
    List<String> rows = Rows.of(catalog.read(SOLD));
    assertThat(Rows.of(TestSpark.session().sql("select * from gold.sold"))).isEqualTo(rows);
    return rows;
  }

  private RunReport perform(String customerRecord, OnBreach onBreach) {
    night++;
    String sold = "brand | night\nHome | %d\nKids | %d\nall | %d".replace("%d", "" + night);
    List<Step> steps =
        Stream.concat(steps(customerRecord, onBreach).stream(), Stream.of(writing(SOLD, sold)))
            .toList();
    return run.execute(run.plan(LocalDate.of(2026, 1, night), steps, List.of()), steps);
  }

  private static List<Step> steps(String customerRecord, OnBreach onBreach) {
    MatchSpec spec =
        new MatchSpec(
            "US",
            Map.of("mail", new FieldSpec(Kind.EMAIL, List.of("email"), null, null)),
            null,
            null,
            null,
            null,
            null,
            new ValidationSpec(null, null, onBreach, null, null, null, null),
            null);
    return List.of(
        writing(CustomerRecord.TABLE, customerRecord),
        writing(ContactPoints.TABLE, "record_key\na\nb"),
        Identity.step(new KeyedHash("gate".getBytes(UTF_8)), /* sharedLimit= */ 5, spec));
  }

  private static Step writing(Table table, String rows) {
    return Step.making(table, lake -> lake.overwrite(table, Rows.of(table, rows))).everyDay();
  }

  private List<String> rows(Table table) {
    return Rows.of(house.read(TestSpark.session(), table));
  }
}
