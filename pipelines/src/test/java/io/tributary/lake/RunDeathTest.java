package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Rows;
import io.tributary.lake.ops.Runs;
import io.tributary.lake.ops.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDeathTest {
  private static final Step[] STEPS = Hotel.steps().toArray(Step[]::new);

  @TempDir private Path folder;

  /** Ends the process, as far as a run can tell: nothing is reached any more. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Dies at the first boundary that no attempt before has reached. */
  private static Progress dyingAfter(Set<String> boundaries) {
    AtomicBoolean isDead = new AtomicBoolean();
    return new Progress() {
      @Override
      public void reached(String boundary) {
        if (isDead.get() || boundaries.add(boundary)) {
          isDead.set(true);
          throw new Death();
        }
      }
    };
  }

  /** Each death leaves what it would have left had there been none before it. */
  @Test
  void aRunKilledAtEveryBoundaryAndFinishedEndsAsIfItHadLived() throws IOException {
    Ground lived = new Ground(folder.resolve("lived"), Hotel.TABLES);
    lived.night(Hotel.MONDAY, STEPS);
    Ground killed = new Ground(copy(folder.resolve("lived"), folder.resolve("k")), Hotel.TABLES);
    lived.night(Hotel.TUESDAY, STEPS);

    Set<String> boundaries = Collections.synchronizedSet(new LinkedHashSet<>());
    assertDies(killed, boundaries);
    while (killed.run(Progress.SILENT).unfinished().isPresent()) {
      assertDies(killed, boundaries);
    }

    assertThat(boundaries)
        .containsExactly(
            "planned",
            "silver.stays committed silver.stays",
            "silver.stays ended",
            "gold.house committed gold.rooms",
            "gold.house committed gold.guests",
            "gold.house ended",
            "outcomes entered",
            "steps entered",
            "published",
            "finished");
    assertThat(killed.rows()).isEqualTo(lived.rows());
    assertThat(killed.versions()).isEqualTo(lived.versions());
    assertThat(books(killed)).isEqualTo(books(lived));
  }

  @Test
  void anExecutedPlanExecutedAgainChangesNothing() {
    Ground ground = new Ground(folder, Hotel.TABLES);
    RunPlan plan = ground.night(Hotel.MONDAY, STEPS).plan();
    var rows = ground.rows();
    var versions = ground.versions();
    var books = books(ground);

    ground.run(Progress.SILENT).execute(plan, List.of(STEPS));

    assertThat(ground.rows()).isEqualTo(rows);
    assertThat(ground.versions()).isEqualTo(versions);
    assertThat(books(ground)).isEqualTo(books);
  }

  @Test
  void aNewPlanIsRefusedWhileADeadRunIsUnfinished() {
    Ground ground = new Ground(folder, Hotel.TABLES);
    assertDies(ground, new HashSet<>());
    Run next = ground.run(Progress.SILENT);

    assertThat(next.unfinished())
        .hasValueSatisfying(plan -> assertThat(plan.number()).isEqualTo(1));
    assertThatThrownBy(() -> next.plan(Hotel.TUESDAY, List.of(STEPS), List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Run 1 is unfinished");
  }

  @Test
  void whatTheChecksOfADeadRunFoundIsAlertedWhenItIsFinished() {
    Table stays =
        Table.silver("stays", "One row per stay.", Hotel.ID, Hotel.NIGHTS)
            .check(Check.warn("stays are short", "nights < 3"));
    Step step =
        Step.making(stays, lake -> lake.append(stays, Rows.of(stays, "id | nights\n1 | 4")));
    Ground ground = new Ground(folder, stays);
    Run killed = ground.run(dyingAfter(new HashSet<>(Set.of("planned"))));
    RunPlan plan = killed.plan(Ground.DAY, List.of(step), List.of());
    assertThatThrownBy(() -> killed.execute(plan, List.of(step)))
        .hasRootCauseInstanceOf(Death.class);
    assertThat(ground.version(stays)).hasValue(0);

    ground.run(Progress.SILENT).execute(plan, List.of(step));

    assertThat(ground.alerts(1))
        .containsExactly(
            "silver.stays | 1 of 1 rows break 'stays are short' (nights < 3)",
            "silver.stays | quality 80.0 of 100. Lost: 20.0 points by validity"
                + " (1 of 1 rows break 'stays are short' (nights < 3))");
  }

  private static void assertDies(Ground ground, Set<String> boundaries) {
    Run run = ground.run(dyingAfter(boundaries));
    assertThatThrownBy(
            () -> {
              RunPlan plan =
                  run.unfinished()
                      .orElseGet(() -> run.plan(Hotel.TUESDAY, List.of(STEPS), List.of()));
              run.execute(plan, List.of(STEPS));
            })
        .satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(Death.class),
            e -> assertThat(e).hasRootCauseInstanceOf(Death.class));
  }

  /** All that later runs go by. */
  private static List<List<String>> books(Ground ground) {
    Lakehouse house = ground.house();
    var runs = house.read(house.session(), Runs.TABLE).drop("at", "versions", "files", "selection");
    var steps =
        house
            .read(house.session(), Steps.TABLE)
            .select("run", "step", "status", "signature")
            .join(consumed(house), new String[] {"run", "step"});
    List<String> published =
        new RunBook(house).published().oldest().entrySet().stream().map(Object::toString).toList();
    return List.of(Rows.of(runs), Rows.of(steps), published);
  }

  private static Dataset<Row> consumed(Lakehouse house) {
    return house
        .read(house.session(), Steps.TABLE)
        .selectExpr("run", "step", "to_json(consumed) AS consumed");
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (var paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
    return to;
  }
}
