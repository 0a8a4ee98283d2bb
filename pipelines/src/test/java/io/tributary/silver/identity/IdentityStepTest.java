package io.tributary.silver.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Progress;
import io.tributary.lake.Run;
import io.tributary.lake.RunPlan;
import io.tributary.lake.RunReport;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import io.tributary.models.identity.compare.Kind;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchSpec.FieldSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityStepTest {
  private static final String APART = "record_key | loyalty_hash\na | l1\nb | l2";
  private static final String TOGETHER = "record_key | loyalty_hash\na | l1\nb | l1";

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
    tables.add(CustomerRecord.TABLE);
    tables.add(ReviewDecisions.TABLE);
    run = new Run(house, tables, new Progress() {});
  }

  @Test
  void nightsAddTheirEventsAndAnUnchangedNightAddsNone() {
    perform(APART);
    List<String> links = rows(IdentityLinks.TABLE);

    perform(APART);

    assertThat(rows(IdentityLinks.TABLE)).isEqualTo(links);
    Rows.assertRows(
        house.read(TestSpark.session(), IdentityEvents.TABLE),
        """
        event_date | event   | founding_key | run
        2026-01-01 | created | a            | 1
        2026-01-01 | created | b            | 1
        """);

    perform(TOGETHER);

    Rows.assertRows(
        house.read(TestSpark.session(), IdentityEvents.TABLE),
        """
        event_date | event   | founding_key | run
        2026-01-01 | created | a            | 1
        2026-01-01 | created | b            | 1
        2026-01-03 | merged  | -            | 3
        """);
  }

  @Test
  void aRunThatIsDoneAgainChangesNothing() {
    perform(APART);
    RunPlan plan = perform(TOGETHER);
    List<List<String>> first = Identity.TABLES.stream().map(this::rows).toList();

    execute(plan, TOGETHER);

    assertThat(Identity.TABLES.stream().map(this::rows).toList()).isEqualTo(first);
  }

  @Test
  void aColumnThatProfilesDoNotHaveIsRefusedByName() {
    MatchSpec spec =
        new MatchSpec(
            "US",
            Map.of("given", new FieldSpec(Kind.GIVEN_NAME, List.of("forename"), null, null)),
            List.of(),
            /* settings= */ null);

    assertThatThrownBy(() -> Identity.step(new KeyedHash(new byte[] {1}), 5, spec))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining(
            "identity: field given: profiles have no column 'forename'; there are [birth_date,"
                + " city, country, devices, email, first_name, gender,");
  }

  private RunPlan perform(String customerRecord) {
    night++;
    List<Step> steps = steps(customerRecord);
    RunPlan plan = run.plan(LocalDate.of(2026, 1, night), steps, List.of());
    execute(plan, customerRecord);
    return plan;
  }

  private void execute(RunPlan plan, String customerRecord) {
    RunReport report = run.execute(plan, steps(customerRecord));
    assertThat(report.isPublished()).isTrue();
  }

  /** The profiles are written every night, also when they are the same. */
  private List<Step> steps(String customerRecord) {
    Step profiles =
        Step.making(
                CustomerRecord.TABLE,
                lake ->
                    lake.overwrite(
                        CustomerRecord.TABLE, Rows.of(CustomerRecord.TABLE, customerRecord)))
            .everyDay();
    return List.of(
        profiles,
        Identity.step(
            new KeyedHash("nights".getBytes(UTF_8)), /* sharedLimit= */ 5, /* matching= */ null));
  }

  private List<String> rows(Table table) {
    return Rows.of(house.read(TestSpark.session(), table));
  }
}
