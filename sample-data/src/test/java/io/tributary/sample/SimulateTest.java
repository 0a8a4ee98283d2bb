package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateTest {
  @TempDir Path folder;

  private final StringWriter errors = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new Simulate())
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(errors))
        .execute(arguments);
  }

  @Test
  void optionsSetTheScale() {
    int exitCode =
        run(
            "--out=" + folder,
            "--customers=12",
            "--days=180",
            "--daily=1",
            "--last-day=2025-02-01");

    assertThat(exitCode).isZero();
    assertThat(Sample.table(folder.resolve("truth/people.csv"))).hasSize(12);
    assertThat(folder.resolve("landing/media_spend").toFile().list())
        .containsExactlyInAnyOrder("2025-01-31", "2025-02-01");
  }

  @Test
  void aWorldTooShortIsRefusedWithWhatIsAllowed() {
    assertThat(run("--out=" + folder, "--days=5")).isEqualTo(2);
    assertThat(errors.toString())
        .contains("--days is 5. It has to be between 180 and 36,500. Choose a value in that range");
  }
}
