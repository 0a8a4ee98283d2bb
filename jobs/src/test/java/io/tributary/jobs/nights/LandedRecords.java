package io.tributary.jobs.nights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The records of a file of the sample, told by how its lines begin and by no reader of records. */
final class LandedRecords {
  private LandedRecords() {}

  static long in(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.gz$", "");
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> lines(file, "") - 1;
      case "jsonl" -> lines(file, "");
      case "json" -> lines(file, "\\{\"") - 1;
      case "xml" -> lines(file, "<(member|recipient)[ >]");
      case "mbox" -> lines(file, "From ");
      default -> throw new IllegalArgumentException(file.toString());
    };
  }

  private static long lines(Path file, String beginning) {
    Pattern pattern = Pattern.compile(beginning);
    try (var bytes = Files.newInputStream(file);
        var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        var reader = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
      return reader.lines().filter(line -> pattern.matcher(line).lookingAt()).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
