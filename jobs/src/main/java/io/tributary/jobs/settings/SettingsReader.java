package io.tributary.jobs.settings;

import io.tributary.bronze.source.Source;
import io.tributary.gold.executive.DailyKpis;
import io.tributary.lake.TributaryException;
import io.tributary.lake.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads a configuration file and the files it names. A path in it is relative to the file itself;
 * an absolute one and one with a scheme, such as {@code s3a://}, stay as they are.
 */
public final class SettingsReader {
  private final Path file;
  private final Path home;
  private final Map<String, String> environment;

  private SettingsReader(Path file, Path home, Map<String, String> environment) {
    this.file = file.toAbsolutePath().normalize();
    this.home = home;
    this.environment = environment;
  }

  /**
   * The settings in a file.
   *
   * @param home where to find the segments, assumptions and owners of a file that names none
   */
  public static Settings read(Path file, Path home, Map<String, String> environment) {
    return new SettingsReader(file, home, environment).read();
  }

  private Settings read() {
    SettingsFile written = YamlFile.read(file, SettingsFile.class);
    require("lakehouse", written.lakehouse(), "the folder that holds the tables");
    require("landing", written.landing(), "the folder under which exports land");
    require("sources", written.sources(), "the YAML files or folders that describe the exports");
    String lakehouse = resolved(written.lakehouse());
    boolean sharesRoot = written.restricted() == null;
    return new Settings(
        file,
        lakehouse,
        sharesRoot ? lakehouse + "/restricted" : resolved(written.restricted()),
        resolved(written.landing()),
        sources(written.sources()),
        written.currency().code(),
        written.zone().id(),
        zones(written),
        written.asOf(),
        new Settings.Conventions(
            existing("segments", written.segments()),
            existing("assumptions", written.assumptions()),
            written.identity() == null ? null : existing("identity", written.identity()),
            existing("owners", written.owners())),
        written.hashKeyVariable(),
        hashKey(written),
        written.sharedIdentifierLimit());
  }

  /** Looked at only now, so that a misspelt key is called unknown before it is called missing. */
  private void require(String key, Object value, String meaning) {
    boolean isGiven =
        value instanceof List<?> list
            ? !list.isEmpty()
            : value != null && !value.toString().isBlank();
    if (!isGiven) {
      throw TributaryException.usage("%s: %s: is missing; give %s".formatted(file, key, meaning));
    }
  }

  private Map<String, ZoneId> zones(SettingsFile written) {
    if (written.brands().containsKey(DailyKpis.ENTERPRISE)) {
      throw fault(
          "brands",
          "found '%s', which stands for all brands together in %s; any other name is allowed"
              .formatted(DailyKpis.ENTERPRISE, DailyKpis.TABLE));
    }
    Map<String, ZoneId> zones = new TreeMap<>();
    written
        .brands()
        .forEach(
            (name, brand) -> {
              boolean hasZone = brand != null && brand.zone() != null;
              zones.put(name, hasZone ? brand.zone().id() : written.zone().id());
            });
    return zones;
  }

  private HashKey hashKey(SettingsFile written) {
    String secret = environment.getOrDefault(written.hashKeyVariable(), "");
    return secret.isBlank()
        ? written.hashKey()
        : HashKey.fromEnvironment(written.hashKeyVariable(), secret);
  }

  private List<Source> sources(List<SourceEntry> entries) {
    Map<String, Source> byName = new TreeMap<>();
    for (SourceEntry entry : entries) {
      for (Source source : sources(entry)) {
        if (byName.put(source.name(), source) != null) {
          throw fault(
              "sources",
              "two sources are named '%s'; each name is allowed once, because it names a table"
                  .formatted(source.name()));
        }
      }
    }
    byName.values().forEach(source -> requireLists(source, byName.keySet()));
    return List.copyOf(byName.values());
  }

  /** A record without its list would land as if it had no items. */
  private void requireLists(Source source, Set<String> known) {
    source
        .lists()
        .forEach(
            (list, items) -> {
              if (!known.contains(items.source())) {
                throw fault(
                    "sources",
                    "%s takes its %s from the source '%s', which is missing; add the YAML file that describes it"
                        .formatted(source.name(), list, items.source()));
              }
            });
  }

  private List<Source> sources(SourceEntry entry) {
    if (entry.source() != null) {
      return List.of(entry.source());
    }
    Path path = Path.of(resolved(entry.path()));
    List<Path> files = Files.isDirectory(path) ? yamlFiles(path) : List.of(path);
    if (files.isEmpty() || !Files.exists(files.get(0))) {
      throw fault(
          "sources",
          "found '%s', but there is no YAML file at %s; a file or a folder of .yaml files is allowed"
              .formatted(entry.path(), path));
    }
    List<Source> sources = new ArrayList<>();
    files.forEach(yaml -> sources.add(YamlFile.read(yaml, Source.class)));
    return sources;
  }

  private static List<Path> yamlFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path existing(String key, String written) {
    if (written == null) {
      return home.resolve("conf").resolve(key + ".yaml");
    }
    Path path = Path.of(resolved(written));
    if (!Files.isRegularFile(path)) {
      throw fault(
          key,
          "found '%s', but there is no file %s; paths are relative to the configuration file"
              .formatted(written, path));
    }
    return path;
  }

  private String resolved(String path) {
    return path.contains("://") ? path : file.getParent().resolve(path).normalize().toString();
  }

  private TributaryException fault(String key, String words) {
    return TributaryException.usage("%s, line %d: %s: %s".formatted(file, line(key), key, words));
  }

  private long line(String key) {
    try (Stream<String> lines = Files.lines(file)) {
      return 1 + lines.takeWhile(line -> !line.startsWith(key + ":")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
