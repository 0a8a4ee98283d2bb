package io.tributary.jobs.nights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.Main;
import io.tributary.jobs.command.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights in processes of their own, which may be killed at any moment. */
class KilledNightsTest {
  /** So many kills, each of a lakehouse of its own; {@code scripts/bench/deaths} takes ten. */
  private static final int KILLS = Integer.getInteger("nights.kills", 1);

  /** A night says more than so many lines while it works. */
  private static final int LINES = 34;

  @TempDir private static Path folder;

  private final Random moments = new Random(1);

  @BeforeAll
  static void oneSpark() {
    Shell.keepSpark();
  }

  @Test
  void theNextNightEndsWhatAKilledProcessBegan() throws Exception {
    Path undisturbed = SmallWorld.configuration(folder.resolve("undisturbed"));
    assertThat(night(undisturbed).exitCode()).isZero();
    Map<String, String> expected = Fingerprint.of(undisturbed);

    for (int kill = 0; kill < KILLS; kill++) {
      Path killed = SmallWorld.configuration(folder.resolve("killed-" + kill));
      int line = 2 + moments.nextInt(LINES - 2);
      int pause = moments.nextInt(500);

      Process process = process(killed);
      try (BufferedReader said = process.inputReader(UTF_8)) {
        skip(said, 2);
        assertThat(night(killed).exitCode()).as("beside a night under way").isEqualTo(4);
        skip(said, line - 2);
        assertThat(process.waitFor(pause, MILLISECONDS)).as("the end of the night").isFalse();
      } finally {
        process.destroyForcibly().waitFor();
      }

      String moment = "killed %d ms after line %d".formatted(pause, line);
      Shell.Outcome next = night(killed);
      assertThat(next.exitCode()).as(moment + next.err() + next.out()).isZero();
      assertThat(Fingerprint.of(killed)).as(moment).isEqualTo(expected);
    }
  }

  private static Shell.Outcome night(Path configuration) {
    return Shell.call(
        "nightly", "--config", configuration.toString(), "--as-of", SmallWorld.LAST_DAY.toString());
  }

  private static Process process(Path configuration) throws IOException {
    Path spark = Shell.HOME.resolve("conf/spark");
    String classes = System.getProperty("surefire.test.class.path");
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "@" + spark.resolve("java.options"),
                "-XX:TieredStopAtLevel=1",
                "-Dtributary.home=" + Shell.HOME,
                "-Dtributary.spark.conf=" + spark.resolve("small.conf"),
                "-Dtributary.logs=" + folder.resolve("logs"),
                "-cp",
                classes == null ? System.getProperty("java.class.path") : classes,
                Main.class.getName(),
                "nightly",
                "--config",
                configuration.toString(),
                "--as-of",
                SmallWorld.LAST_DAY.toString()))
        .redirectErrorStream(true)
        .start();
  }

  private static void skip(BufferedReader said, int lines) throws IOException {
    for (int i = 0; i < lines; i++) {
      assertThat(said.readLine()).as("line " + i + " of a night").isNotNull();
    }
  }
}
