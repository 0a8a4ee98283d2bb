package io.tributary.jobs.nights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.jobs.command.Shell;
import io.tributary.jobs.night.Deliveries;
import io.tributary.jobs.night.Workspace;
import io.tributary.lake.Layer;
import io.tributary.lake.Progress;
import io.tributary.lake.Run;
import io.tributary.lake.RunPlan;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

  /** A run dies at each so-manieth of its boundaries; in {@code scripts/bench/deaths} at each. */
  private static final int EVERY = Integer.getInteger("nights.every", 30);

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

  @Test
  void aRunThatDiesAgainAndAgainIsFinishedAsIfItHadNotDied() {
    atOnce();
    Path killed = SmallWorld.configuration(folder.resolve("killed-again"));
    Set<String> passed = ConcurrentHashMap.newKeySet();

    int deaths = 0;
    while (!isFinished(killed, passed)) {
      deaths++;
    }

    // A step that is interrupted between its commit and the word of it tells of its end alone.
    assertThat(passed).isSubsetOf(boundaries).containsAll(named(boundaries, " ended"));
    assertThat(deaths).isBetween(boundaries.size() / EVERY / 4, boundaries.size() / EVERY);
    assertThat(night(killed, SmallWorld.LAST_DAY)).contains("nothing new");
    assertThat(Fingerprint.of(killed)).isEqualTo(atOnce());
  }

  private static List<String> named(List<String> boundaries, String end) {
    return boundaries.stream().filter(boundary -> boundary.endsWith(end)).toList();
  }

  /** Whether a run came to its end without passing so many boundaries for the first time. */
  private static boolean isFinished(Path configuration, Set<String> passed) {
    try {
      run(configuration, dyingAfter(EVERY, passed));
      return true;
    } catch (RuntimeException | AssertionError died) {
      assertThat(died).hasStackTraceContaining("killed at boundary");
      return false;
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
      RunPlan plan = run.unfinished().orElseGet(() -> plan(run, steps, workspace));
      run.execute(plan, steps);
    }
  }

  private static RunPlan plan(Run run, List<Step> steps, Workspace workspace) {
    var files =
        Deliveries.of(workspace.settings(), workspace.house())
            .awaiting(SmallWorld.LAST_DAY, steps, workspace.house());
    return run.plan(SmallWorld.LAST_DAY, steps, files);
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

  /**
   * Dies at the last of so many boundaries not passed before; what is done beside dies at its next.
   */
  private static Progress dyingAfter(int count, Set<String> passed) {
    AtomicInteger left = new AtomicInteger(count);
    return new Progress() {
      @Override
      public synchronized void reached(String boundary) {
        boolean isNew = passed.add(boundary);
        if (left.get() == 0 || (isNew && left.decrementAndGet() == 0)) {
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
