package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Console.Style;
import io.tributary.jobs.night.Diagnosis;
import io.tributary.jobs.night.Diagnosis.Finding;
import io.tributary.jobs.night.Diagnosis.Verdict;
import io.tributary.jobs.night.HouseCall;
import io.tributary.jobs.night.MachineCheck;
import io.tributary.jobs.night.Workspace;
import io.tributary.jobs.settings.Settings;
import io.tributary.lake.TributaryException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Whether a night would get through on this machine. */
@Command(
    name = "doctor",
    description = {
      "Looks at all a night needs: Java, memory, disk, configuration, hash key, landing folder,"
          + " Spark, lock, last run. Exit code 2 when something must be mended first.",
      "",
      "Example: tributary doctor --config conf/local.yaml"
    })
final class Doctor implements Callable<Integer> {
  @ParentCommand private Tributary tributary;

  @Override
  public Integer call() {
    Diagnosis diagnosis = new Diagnosis(this::say);
    for (String version : new Versions().getVersion()) {
      diagnosis.note("version", version);
    }
    MachineCheck.of(diagnosis);
    examine(diagnosis);
    return diagnosis.hasFaults() ? TributaryException.Kind.USAGE.exitCode() : 0;
  }

  private void examine(Diagnosis diagnosis) {
    Settings settings;
    try {
      settings = tributary.settings();
      diagnosis.good("configuration", settings.file().toString());
    } catch (TributaryException fault) {
      diagnosis.fault("configuration", fault.getMessage());
      return;
    }
    MachineCheck.of(settings, diagnosis);
    try (Workspace workspace = Workspace.open(settings, tributary.surroundings())) {
      HouseCall.on(workspace, diagnosis);
    } catch (TributaryException fault) {
      diagnosis.fault("lakehouse", fault.getMessage());
    }
  }

  private void say(Finding finding) {
    Console console = tributary.console();
    String word =
        console.styled(style(finding.verdict()), "%-5s".formatted(finding.verdict().word()));
    console.say("%s  %-13s  %s".formatted(word, finding.subject(), finding.words()));
  }

  private static Style style(Verdict verdict) {
    return switch (verdict) {
      case GOOD -> Style.GOOD;
      case NOTE -> Style.FAINT;
      case DOUBT -> Style.WARNING;
      case FAULT -> Style.BAD;
    };
  }
}
