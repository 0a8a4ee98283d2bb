package io.tributary.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The committed sample, as a reader of the files sees it. */
final class Sample {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Sample() {}

  static Path folder() {
    return Path.of(System.getProperty("project.root"), "sample-data");
  }

  /** The files below a folder by their relative path, in the order of their paths. */
  static SortedMap<String, Path> files(Path folder) {
    try (var paths = Files.walk(folder)) {
      var files = new TreeMap<String, Path>();
      paths
          .filter(Files::isRegularFile)
          .forEach(path -> files.put(folder.relativize(path).toString(), path));
      return files;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The files of a source, first delivery first. */
  static List<Path> source(String name) {
    return source(folder(), name);
  }

  /** The files of a source in another sample, first delivery first. */
  static List<Path> source(Path sample, String name) {
    return List.copyOf(files(sample.resolve("landing").resolve(name)).values());
  }

  /** The bytes of a file, decompressed as far as they can be. */
  static byte[] raw(Path path) {
    try (var file = Files.newInputStream(path)) {
      var plain = new ByteArrayOutputStream();
      if (!path.toString().endsWith(".gz")) {
        file.transferTo(plain);
      } else if (Files.size(path) > 0) {
        inflate(new GZIPInputStream(file), plain);
      }
      return plain.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void inflate(InputStream bytes, OutputStream plain) throws IOException {
    try {
      bytes.transferTo(plain);
    } catch (EOFException cutShort) {
      plain.write(cutShort.getMessage().getBytes(StandardCharsets.UTF_8));
    }
  }

  static byte[] bytes(Path path) {
    try (var raw = Files.newInputStream(path);
        var plain = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return plain.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String text(Path path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static List<JsonNode> jsonLines(Path path) {
    return text(path).lines().map(Sample::json).toList();
  }

  static List<NamedCsvRecord> table(Path path) {
    return CsvReader.builder().ofNamedCsvRecord(text(path)).stream().toList();
  }

  /** The business name in a file's name: the brand or store. */
  static String account(Path path) {
    var name = path.getFileName().toString();
    return name.substring(0, name.indexOf('.'));
  }
}
