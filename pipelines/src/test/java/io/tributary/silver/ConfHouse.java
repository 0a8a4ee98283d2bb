package io.tributary.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.bronze.source.Source;
import io.tributary.lake.RunReport;
import io.tributary.lake.YamlFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A lakehouse over sources as {@code conf/sources} tells of them. */
final class ConfHouse {
  private static final Path CONF = Path.of(System.getProperty("project.root", ".."), "conf");

  private final NightFiles landing;
  private final SilverHouse house;

  ConfHouse(Path folder, String... sources) {
    this.landing = new NightFiles(folder.resolve("landing"));
    List<Source> read = Stream.of(sources).map(ConfHouse::source).toList();
    this.house =
        new SilverHouse(folder.resolve("house"), folder.resolve("landing"), read, Mapped.BUSINESS);
  }

  private static Source source(String name) {
    return YamlFile.read(CONF.resolve("sources").resolve(name + ".yaml"), Source.class);
  }

  ConfHouse file(String path, String text) {
    landing.file(path, text);
    return this;
  }

  /** A night over what was delivered until a day, which must leave every gate open. */
  SilverHouse night(LocalDate asOf) {
    RunReport report = house.night(asOf);
    assertThat(report.isPublished()).isTrue();
    return house;
  }
}
