package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityTest {
  @TempDir private Path folder;

  private static void delivers(Shell shell, String day) {
    MediaShop.delivers(shell, day, day + ",search,brand,10.00");
  }

  @Test
  void scoresTheirHistoryAndWhatIsLateAreShownForPeopleAndMachines() {
    Shell shell = MediaShop.in(folder);
    delivers(shell, "2026-06-01");
    delivers(shell, "2026-06-02");
    delivers(shell, "2026-06-03");
    var first = shell.run("run", "--select", "+silver.ad_spend");
    var later = shell.run("run", "--select", "+silver.ad_spend", "--as-of", "2026-06-11");

    var check = shell.run("check", "silver.ad_spend");
    var status = shell.run("status", "--json");

    assertThat(first.exitCode()).as(first.out() + first.err()).isZero();
    assertThat(later.out())
        .contains(
            "media: last delivered for 2026-06-03, 8 days before 2026-06-11, and is due within 2 days.")
        .doesNotContain("quality 85.0 of 100");
    assertThat(check.out())
        .contains("score", "delivered", "2026-06-03")
        .contains("silver.ad_spend on 2026-06-11 (carried): quality 85.0 of 100. Lost: 15.0 points")
        .contains("timeliness (media last delivered for 2026-06-03, 8 days before 2026-06-11")
        .containsPattern("1 +2026-06-03 +written +100.0");
    assertThat(status.out())
        .contains("\"quality\": [", "\"table\":\"silver.ad_spend\"", "\"score\":85.0")
        .contains("\"timeliness\":25.0", "\"rows\":3", "\"points_lost\":\"quality 85.0 of 100.");
  }
}
