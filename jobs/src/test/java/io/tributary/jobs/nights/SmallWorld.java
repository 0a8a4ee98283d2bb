package io.tributary.jobs.nights;

import io.tributary.jobs.command.Shell;
import io.tributary.jobs.console.Page;
import io.tributary.jobs.console.Surroundings;
import io.tributary.jobs.night.Workspace;
import io.tributary.jobs.settings.Settings;
import io.tributary.jobs.settings.SettingsReader;
import io.tributary.sample.Simulation;
import io.tributary.sample.world.Scale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sample's retailer with few customers: a history and fourteen daily deliveries. */
final class SmallWorld {
  static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
  static final int DAILY = 14;

  /** What sells and who buys; every further source would lengthen each of many nights. */
  private static final List<String> SOURCES =
      List.of(
          "crm_members",
          "exchange_rates",
          "mail_activity",
          "mail_list",
          "media_spend",
          "shop_customers",
          "shop_orders",
          "shop_products",
          "shop_refunds",
          "till_transactions");

  private static final Path FOLDER = simulate();

  private SmallWorld() {}

  /** A configuration over the small world's landing folder, with a lakehouse of its own. */
  static Path configuration(Path folder) {
    return configuration(folder, FOLDER.resolve("landing"));
  }

  /** A configuration like the sample's over another landing folder. */
  static Path configuration(Path folder, Path landing) {
    Path conf = Shell.HOME.resolve("conf");
    try {
      String text =
          Files.readString(conf.resolve("local.yaml"))
              .replaceFirst("(?m)^lakehouse: .*$", "lakehouse: " + folder.resolve("lakehouse"))
              .replaceFirst("(?m)^landing: .*$", "landing: " + landing)
              .replaceFirst("(?m)^sources: .*$", "sources: [" + sources(conf) + "]")
              .replaceFirst("(?m)^segments: .*$", "segments: " + conf.resolve("segments.yaml"))
              .replaceFirst("(?m)^identity: .*\n", "")
              .replaceFirst(
                  "(?m)^assumptions: .*$", "assumptions: " + conf.resolve("assumptions.yaml"))
              .replaceFirst("(?m)^owners: .*$", "owners: " + conf.resolve("owners.yaml"));
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve("small.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sources(Path conf) {
    return SOURCES.stream()
        .map(source -> conf.resolve("sources").resolve(source + ".yaml").toString())
        .collect(Collectors.joining(", "));
  }

  /** The tables and steps of a configuration. */
  static Workspace workspace(Path configuration) {
    Settings settings = SettingsReader.read(configuration, Shell.HOME, Map.of());
    Surroundings surroundings =
        new Surroundings(new Page().plain(), Map.of(), Shell.HOME, Clock.systemUTC());
    return Workspace.open(settings, surroundings);
  }

  private static Path simulate() {
    try {
      Path folder = Files.createTempDirectory("small-world");
      new Simulation(new Scale(7, 120, 400, LAST_DAY, DAILY)).writeTo(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
