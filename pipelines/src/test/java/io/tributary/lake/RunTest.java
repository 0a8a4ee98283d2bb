package io.tributary.lake;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.required;
import static io.tributary.lake.StepResult.Status.DONE;
import static io.tributary.lake.StepResult.Status.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Rows;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
  private static final Field ID = required("id", LONG, "Its number");
  private static final Table FIRST = Table.silver("first", "One row per number.", ID);
  private static final Table SECOND = Table.gold("second", "One row per number.", ID);

  @TempDir private Path folder;
  private Ground ground;

  @BeforeEach
  void build() {
    ground = new Ground(folder, FIRST, SECOND);
  }

  private static Step first(String rows) {
    return Step.making(FIRST, lake -> lake.overwrite(FIRST, Rows.of(FIRST, rows)))
        .configuredBy(rows);
  }

  private static Step second() {
    return Step.making(SECOND, lake -> lake.overwrite(SECOND, lake.read(FIRST))).reading(FIRST);
  }

  @Test
  void aStepRunsAgainOnlyWhenWhatItDependsOnHasChanged() {
    LocalDate next = Ground.DAY.plusDays(1);
    assertStatuses(ground.night(first("id\n1"), second()), DONE, DONE);
    var versions = ground.versions();

    assertStatuses(ground.night(next, first("id\n1"), second()), UNCHANGED, UNCHANGED);
    assertThat(ground.versions()).isEqualTo(versions);

    assertStatuses(ground.night(next, first("id\n2"), second()), DONE, DONE);
    assertThat(ground.rows(SECOND)).containsExactly("2");

    Step reconfigured = second().configuredBy("another way");
    assertStatuses(ground.night(next, first("id\n2"), reconfigured), UNCHANGED, DONE);

    delete(folder.resolve("lake house/gold/second"));
    assertStatuses(ground.night(next, first("id\n2"), reconfigured), UNCHANGED, DONE);
    assertThat(ground.rows(SECOND)).containsExactly("2");
  }

  @Test
  void aStepOfTheDayRunsAgainOnAnotherDay() {
    Step daily = first("id\n1").everyDay();
    assertStatuses(ground.night(Ground.DAY, daily), DONE);

    assertStatuses(ground.night(Ground.DAY, daily), UNCHANGED);
    assertStatuses(ground.night(Ground.DAY.plusDays(1), daily), DONE);
  }

  @Test
  void aDayBeforeTheLastRunsIsRefused() {
    LocalDate day = LocalDate.parse("2026-03-10");
    assertThat(ground.night(day).plan().number()).isEqualTo(1);

    assertThatThrownBy(() -> ground.night(day.minusDays(1)))
        .isInstanceOfSatisfying(
            TributaryException.class,
            e -> assertThat(e.kind()).isEqualTo(TributaryException.Kind.USAGE))
        .hasMessageContaining("--as-of 2026-03-09 is before 2026-03-10, the day of the last run")
        .hasMessageContaining("Replay into another --lakehouse");
    assertThat(ground.run(Progress.SILENT).unfinished()).isEmpty();
  }

  @Test
  void aPlanIsReadBackAsItWasMade() {
    var file =
        new RunPlan.PlannedFile("till", "/landing/a b.csv", null, Ground.DAY, 12, 1767225600000L);
    ground.night(first("id\n1"));
    RunPlan plan =
        ground.run(Progress.SILENT).plan(Ground.DAY, List.of(first(""), second()), List.of(file));

    assertThat(ground.run(Progress.SILENT).unfinished()).hasValue(plan);
    assertThat(plan.number()).isEqualTo(2);
    assertThat(plan.versions()).containsEntry("silver.first", 0L).doesNotContainKey("gold.second");
    assertThat(plan.selection()).containsExactly("silver.first", "gold.second");
  }

  @Test
  void stepsWaitForWhatFeedsThem() {
    List<String> ended = Collections.synchronizedList(new ArrayList<>());
    Step writes = Step.making(FIRST, lake -> ended.add("writes"));
    Step reads = Step.handing("reads", Layer.GOLD, lake -> ended.add("reads")).reading(FIRST);
    Step follows =
        Step.handing("follows", Layer.GOLD, lake -> ended.add("follows")).after(List.of("reads"));

    ground.night(writes, reads, follows);

    assertThat(ended).containsExactly("writes", "reads", "follows");
  }

  @Test
  void aStepListedBeforeWhatFeedsItIsNamed() {
    assertThatThrownBy(() -> ground.night(second(), first("id\n1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("gold.second waits for silver.first, which is listed after it");
  }

  @Test
  void stepsThatDoNotWaitForEachOtherGoSideBySide() {
    CountDownLatch both = new CountDownLatch(2);
    List<Boolean> met = Collections.synchronizedList(new ArrayList<>());
    Step.Work meeting =
        lake -> {
          both.countDown();
          met.add(awaits(both));
        };

    ground.night(
        Step.handing("one", Layer.GOLD, meeting), Step.handing("other", Layer.GOLD, meeting));

    assertThat(met).containsExactly(true, true);
  }

  @Test
  void aFaultOfOneStepEndsTheRunAndLetsThoseAtWorkEnd() {
    CountDownLatch thrown = new CountDownLatch(1);
    Step faulty =
        Step.handing(
            "faulty",
            Layer.GOLD,
            lake -> {
              thrown.countDown();
              throw new IllegalStateException("a fault of ours");
            });
    Step atWork =
        Step.making(
            FIRST,
            lake -> {
              awaits(thrown);
              lake.append(FIRST, Rows.of(FIRST, "id\n1"));
            });

    assertThatThrownBy(() -> ground.night(faulty, atWork))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a fault of ours");
    assertThat(ground.rows(FIRST)).containsExactly("1");
    assertThat(ground.run(Progress.SILENT).unfinished()).isPresent();
  }

  private static boolean awaits(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path table) {
    try (var paths = Files.walk(table)) {
      paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertStatuses(RunReport report, StepResult.Status... statuses) {
    assertThat(report.results()).extracting(StepResult::status).containsExactly(statuses);
  }
}
