package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Surroundings;
import io.tributary.jobs.night.Workspace;
import io.tributary.jobs.settings.AsOf;
import io.tributary.jobs.settings.Settings;
import io.tributary.jobs.settings.SettingsReader;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that all others belong to, and the options they share. */
@Command(
    name = "tributary",
    description = "Turns a retailer's exports into customer tables, one night at a time.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    scope = ScopeType.INHERIT,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nParameters:%n",
    commandListHeading = "%nCommands:%n",
    descriptionHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a fault of Tributary; its trace is printed",
      "2:wrong usage or configuration",
      "3:the data did not pass a gate; the last good tables stand",
      "4:another run holds the lakehouse"
    },
    subcommands = {
      Nightly.class,
      BronzeNight.class,
      SilverNight.class,
      GoldNight.class,
      SelectedRun.class,
      Status.class,
      CheckTables.class,
      ListTables.class,
      Sql.class,
      Explain.class,
      Evaluate.class,
      ReviewCommand.class,
      AssumptionsCommand.class,
      SourceCommand.class,
      VacuumTables.class,
      Doctor.class,
      HelpCommand.class
    })
public final class Tributary implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The configuration; conf/local.yaml of the installation if not given.")
  private Path config;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      scope = ScopeType.INHERIT,
      description = "The day to take for today: latest (delivery), yesterday or 2026-06-30.")
  private String asOf;

  @Option(
      names = "--lakehouse",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "Another lakehouse than the configured one, relative to here.")
  private String lakehouse;

  @Option(
      names = "--landing",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "Another landing folder than the configured one, relative to here.")
  private String landing;

  private final Surroundings surroundings;

  public Tributary(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? They are:");
  }

  Console console() {
    return surroundings.console();
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Settings settings() {
    Path file = config == null ? surroundings.home().resolve("conf/local.yaml") : config;
    Settings settings = SettingsReader.read(file, surroundings.home(), surroundings.environment());
    settings = asOf == null ? settings : settings.withAsOf(AsOf.option(asOf));
    settings = landing == null ? settings : settings.withLanding(landing);
    return lakehouse == null ? settings : settings.withLakehouse(lakehouse);
  }

  /** Opens the lakehouse, which starts Spark: configuration faults show before that. */
  Workspace open() {
    return Workspace.open(settings(), surroundings);
  }
}
