package io.tributary.silver.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Progress;
import io.tributary.lake.Run;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.identity.match.MatchSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lakehouse in which nights find out who is who, likeness included. */
final class IdentityHouse {
  private final Lakehouse house;
  private final Run run;
  private int night;
  private int sharedLimit = 5;

  IdentityHouse(Path folder) {
    house =
        new Lakehouse(
            TestSpark.session(),
            folder.resolve("open").toString(),
            folder.resolve("restricted").toString(),
            Clock.systemUTC());
    List<Table> tables = new ArrayList<>(Identity.TABLES);
    tables.addAll(Identity.LIKENESS);
    tables.add(CustomerRecord.TABLE);
    tables.add(ContactPoints.TABLE);
    tables.add(ReviewDecisions.TABLE);
    run = new Run(house, tables, new Progress() {});
  }

  /** From now on so many profiles of an account may carry a value that still links. */
  void share(int limit) {
    sharedLimit = limit;
  }

  /** A night on which the profiles and how to reach them are those of the texts. */
  void night(String customerRecord, String contactPoints, MatchSpec spec) {
    night(customerRecord, contactPoints, "record_key", spec);
  }

  /** The same where these decisions were made until then. */
  void night(String customerRecord, String contactPoints, String decisions, MatchSpec spec) {
    night++;
    KeyedHash hash = new KeyedHash("nights".getBytes(UTF_8));
    List<Step> steps =
        List.of(
            written(CustomerRecord.TABLE, customerRecord),
            written(ContactPoints.TABLE, contactPoints),
            written(ReviewDecisions.TABLE, decisions),
            Identity.step(hash, sharedLimit, spec));
    LocalDate asOf = LocalDate.of(2026, 1, night);
    assertThat(run.execute(run.plan(asOf, steps, List.of()), steps).isPublished()).isTrue();
  }

  Dataset<Row> table(Table table) {
    return house.read(TestSpark.session(), table);
  }

  /** Changes a table behind the back of whoever makes it. */
  void alter(Table table, String change) {
    TestSpark.session().sql("update delta.`%s` %s".formatted(house.path(table), change));
  }

  private static Step written(Table table, String rows) {
    return Step.making(table, lake -> lake.overwrite(table, Rows.of(table, rows))).everyDay();
  }
}
