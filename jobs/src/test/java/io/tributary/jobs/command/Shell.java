package io.tributary.jobs.command;

import io.tributary.jobs.Main;
import io.tributary.jobs.console.Page;
import io.tributary.jobs.console.Surroundings;
import io.tributary.jobs.night.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small project of its own in which commands are run as from a shell. */
public final class Shell {
  /** The installation under test. */
  public static final Path HOME =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath();

  private final Path folder;
  private final Path config;

  private Shell(Path folder) {
    this.folder = folder;
    this.config = folder.resolve("shop.yaml");
  }

  /** How a command ended. */
  public record Outcome(int exitCode, String out, String err) {}

  /** A project with one source of two till lines, delivered on 1 June 2026. */
  public static Shell in(Path folder) {
    Shell shell = new Shell(folder);
    shell.write(
        "shop.yaml",
        """
        lakehouse: lakehouse
        landing: landing
        hash_key: public-sample-key
        brands: {home: {}, kids: {}}
        sources:
          - name: till
            format: csv
            key: record:receipt
        """);
    shell.write("landing/till/2026-06-01/till.csv", "receipt,amount\n1,10.00\n2,20.00\n");
    return shell;
  }

  /** As {@link #keepSpark}. */
  public Shell withSpark() {
    keepSpark();
    return this;
  }

  /** Keeps one Spark for all tests of this JVM; commands use the one they find running. */
  public static void keepSpark() {
    Spark.SESSION.spark();
  }

  private static final class Spark {
    static final Session SESSION = Session.open(HOME);
  }

  public Path folder() {
    return folder;
  }

  public void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command on this project. */
  public Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--config", config.toString()));
    all.addAll(List.of(arguments));
    return call(all.toArray(String[]::new));
  }

  /** Runs a command under a configuration of the installation, in a lakehouse elsewhere. */
  public static Outcome under(String configuration, Path lakehouse, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", HOME.resolve(configuration).toString()));
    all.addAll(List.of("--lakehouse", lakehouse.toString()));
    return call(all.toArray(String[]::new));
  }

  /** Runs a command line as it is. */
  public static Outcome call(String... arguments) {
    Page page = new Page();
    Surroundings surroundings = new Surroundings(page.plain(), Map.of(), HOME, Clock.systemUTC());
    int exitCode = Main.run(surroundings, arguments);
    return new Outcome(exitCode, page.out(), page.err());
  }
}
