package io.tributary.jobs.nights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.jobs.command.Shell;
import io.tributary.jobs.night.Deliveries;
import io.tributary.jobs.night.Workspace;
import io.tributary.lake.Layer;
import io.tributary.lake.Progress;
import io.tributary.lake.Run;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole nights of a small retailer: what matters is not how often or in how many parts they run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightsTest {
  /**
   * So many deaths, spread over all boundaries of a run; {@code scripts/bench/deaths} dies at all.
   */
  private static final int DEATHS = Integer.getInteger("nights.deaths", 2);

  /** So many days one at a time; {@code scripts/bench/deaths} takes fourteen. */
  private static final int DAYS = Integer.getInteger("nights.days", 2);

  @TempDir private static Path folder;

  private final List<String> boundaries = new ArrayList<>();
  private Path once;
  private Map<String, String> atOnce;

  @BeforeAll
  static void oneSpark() {
    Shell.keepSpark();
  }

  @Test
  void dayByDayEqualsAllAtOnce() {
    Path days = SmallWorld.configuration(folder.resolve("days"));

    for (int day = DAYS; day >= 0; day--) {
      night(days, SmallWorld.LAST_DAY.minusDays(day));
    }

    assertThat(Fingerprint.of(days)).isEqualTo(atOnce());
  }

  @Test
  void aSecondNightChangesNothing() {
    atOnce();
    Map<String, Long> before = versions(once);

    String summary = night(once, SmallWorld.LAST_DAY);

    assertThat(versions(once)).isEqualTo(before);
    assertThat(summary).contains("nothing new");
  }

  @Test
  void onlyARunThatDidGoldTellsItsFigures() {
    atOnce();

    String whole = night(once, SmallWorld.LAST_DAY);
    String part = performed("bronze", once, SmallWorld.LAST_DAY);

    assertThat(whole).contains("Headlines as of " + SmallWorld.LAST_DAY);
    assertThat(part).contains("Where to look next").doesNotContain("Headlines");
  }

  @Test
  void aRunThatDiedAnywhereIsFinishedAsIfItHadNotDied() {
    atOnce();
    assertThat(boundaries).hasSizeGreaterThan(40);

    for (int death = 0; death < DEATHS; death++) {
      int at = (2 * death + 1) * boundaries.size() / (2 * DEATHS);
      Path killed = SmallWorld.configuration(folder.resolve("killed-" + at));
      assertThatThrownBy(() -> run(killed, dyingAt(at)))
          .as("death at boundary " + at)
          .hasStackTraceContaining("killed at boundary");

      String summary = night(killed, SmallWorld.LAST_DAY);

      assertThat(summary).contains("Finishing it first");
      assertThat(Fingerprint.of(killed)).as("after a death at boundary " + at).isEqualTo(atOnce());
    }
  }

  private Map<String, String> atOnce() {
    if (atOnce == null) {
      once = SmallWorld.configuration(folder.resolve("once"));
      run(once, hearing(boundaries));
      atOnce = Fingerprint.of(once);
    }
    return atOnce;
  }

  private static String night(Path configuration, LocalDate asOf) {
    return performed("nightly", configuration, asOf);
  }

  private static String performed(String command, Path configuration, LocalDate asOf) {
    Shell.Outcome outcome =
        Shell.call(command, "--config", configuration.toString(), "--as-of", asOf.toString());
    assertThat(outcome.exitCode()).as(outcome.err() + outcome.out()).isZero();
    return outcome.out();
  }

  private static void run(Path configuration, Progress progress) {
    try (Workspace workspace = SmallWorld.workspace(configuration)) {
      Run run = new Run(workspace.house(), workspace.tables(), progress);
      List<Step> steps = workspace.steps();
      var files =
          Deliveries.of(workspace.settings(), workspace.house())
              .awaiting(SmallWorld.LAST_DAY, steps, workspace.house());
      run.execute(run.plan(SmallWorld.LAST_DAY, steps, files), steps);
    }
  }

  private static Progress hearing(List<String> boundaries) {
    return new Progress() {
      @Override
      public synchronized void reached(String boundary) {
        boundaries.add(boundary);
      }
    };
  }

  private static Progress dyingAt(int place) {
    AtomicInteger next = new AtomicInteger();
    return new Progress() {
      @Override
      public void reached(String boundary) {
        if (next.getAndIncrement() == place) {
          throw new AssertionError("killed at boundary " + boundary);
        }
      }
    };
  }

  private static Map<String, Long> versions(Path configuration) {
    try (Workspace workspace = SmallWorld.workspace(configuration)) {
      Map<String, Long> versions = new TreeMap<>();
      for (Table table : workspace.tables()) {
        if (table.layer() != Layer.OPS) {
          versions.put(table.qualifiedName(), workspace.house().version(table).orElse(-1));
        }
      }
      return versions;
    }
  }
}
