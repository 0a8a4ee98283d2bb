package io.tributary.sample;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A small world exported twice: day by day, and in one delivery. */
final class SmallSample {
  static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
  static final Scale SCALE = new Scale(5, 360, 500, LAST_DAY, 7);
  static final World WORLD = World.of(SCALE);

  private static final Path DAILY = made(SCALE);
  private static final Path ONCE =
      made(new Scale(SCALE.seed(), SCALE.customers(), SCALE.days(), LAST_DAY, 0));

  private SmallSample() {}

  private static Path made(Scale scale) {
    try {
      Path folder = Files.createTempDirectory("small-sample");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      new Simulation(scale).writeTo(folder);
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path folder) {
    try (var paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The files of a source that comes day by day, first delivery first. */
  static List<Path> daily(String source) {
    return Sample.source(DAILY, source);
  }

  /** The files of a source that comes in one delivery. */
  static List<Path> once(String source) {
    return Sample.source(ONCE, source);
  }

  static List<NamedCsvRecord> truth(String name) {
    return Sample.table(DAILY.resolve("truth").resolve(name));
  }

  /** The rows of CSV files. */
  static Stream<NamedCsvRecord> rows(List<Path> files) {
    return files.stream().flatMap(path -> Sample.table(path).stream());
  }

  /** The objects of files of JSON lines. */
  static Stream<JsonNode> objects(List<Path> files) {
    return files.stream().flatMap(path -> Sample.jsonLines(path).stream());
  }

  /** The records under a name in files of one JSON document each. */
  static Stream<JsonNode> records(List<Path> files, String name) {
    return files.stream()
        .flatMap(
            path -> {
              var list = Sample.json(Sample.text(path)).get(name);
              return java.util.stream.StreamSupport.stream(list.spliterator(), false);
            });
  }
}
