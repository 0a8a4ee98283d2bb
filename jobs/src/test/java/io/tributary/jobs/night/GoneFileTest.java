package io.tributary.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.command.Shell;
import io.tributary.jobs.console.Page;
import io.tributary.jobs.console.Surroundings;
import io.tributary.jobs.settings.Settings;
import io.tributary.jobs.settings.SettingsReader;
import io.tributary.lake.Progress;
import io.tributary.lake.Run;
import io.tributary.lake.RunPlan;
import io.tributary.lake.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoneFileTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  @TempDir private Path folder;

  @Test
  void aFileThatWasGoneWhenItShouldBeReadIsReadOnceItIsPutBack() throws IOException {
    Shell shell = Shell.in(folder).withSpark();
    Path file = folder.resolve("landing/till/2026-06-01/till.csv");
    Path elsewhere = folder.resolve("till.csv");
    try (Workspace workspace = workspace()) {
      Run run = new Run(workspace.house(), workspace.tables(), new Progress() {});
      List<Step> steps = workspace.steps();
      RunPlan plan =
          run.plan(
              DAY,
              steps,
              Deliveries.of(workspace.settings(), workspace.house())
                  .awaiting(DAY, steps, workspace.house()));
      Files.move(file, elsewhere);
      run.execute(plan, steps);
    }
    Files.move(elsewhere, file);

    var night = shell.run("nightly", "--as-of", DAY.toString());
    assertThat(night.exitCode()).as(night.out() + night.err()).isZero();

    String receipts =
        "select record:receipt::string as receipt, defect is null as is_read"
            + " from bronze.till order by receipt";
    assertThat(shell.run("sql", "--csv", receipts).out())
        .isEqualTo("receipt,is_read\n,false\n1,true\n2,true\n");
  }

  private Workspace workspace() {
    Settings settings = SettingsReader.read(folder.resolve("shop.yaml"), Shell.HOME, Map.of());
    return Workspace.open(
        settings, new Surroundings(new Page().plain(), Map.of(), Shell.HOME, Clock.systemUTC()));
  }
}
