package io.tributary.silver.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.TestSpark;
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
    run = new Run(house, tables, new Progress() {});
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

  private RunReport perform(String customerRecord, OnBreach onBreach) {
    night++;
    List<Step> steps = steps(customerRecord, onBreach);
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
