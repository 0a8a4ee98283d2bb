package io.tributary.jobs.nights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A record or file of the sample that was spoiled on purpose.
 *
 * @param file its path below the landing folder
 * @param position the record's place in the file, from 0; -1 for the file itself
 * @param kind what was done to it
 * @param expected what becomes of it where care is taken
 */
record SpoiledRecord(String file, long position, String kind, String expected) {

  static List<SpoiledRecord> all(Path faults, Path landing) throws IOException {
    try (var lines = Files.lines(faults)) {
      return lines.skip(1).map(line -> of(line.split(",", -1), landing)).toList();
    }
  }

  String source() {
    return Path.of(file).getName(0).toString();
  }

  /** Where it stands, such as {@code meta_ads/2026-06-17/home.json.gz#7}. */
  String place() {
    return place(file, position);
  }

  static String place(String file, Object position) {
    return file + "#" + position;
  }

  /** Whether the file as a whole is what was spoiled. */
  boolean isWhole() {
    return position < 0;
  }

  /** What its file counts it as; an empty file raises an alert and is set aside whole. */
  String outcome() {
    return kind.equals("empty_file") ? "quarantined" : expected;
  }

  private static SpoiledRecord of(String[] cells, Path landing) {
    long position =
        cells[2].isEmpty()
            ? -1
            : cells[1].endsWith(".mbox.gz")
                ? messagesAbove(landing.resolve(cells[1]), Long.parseLong(cells[2]))
                : position(cells[1], cells[2]);
    return new SpoiledRecord(cells[1], position, cells[3], cells[4]);
  }

  /** Lines count from 1, and those of all but JSON lines begin with one that is no record. */
  private static long position(String file, String line) {
    return Long.parseLong(line) - (file.endsWith(".jsonl.gz") ? 1 : 2);
  }

  /** A message has as many lines as it likes. */
  private static long messagesAbove(Path mbox, long line) {
    try (var bytes = new GZIPInputStream(Files.newInputStream(mbox));
        var reader = new BufferedReader(new InputStreamReader(bytes, UTF_8))) {
      return reader.lines().limit(line - 1).filter(above -> above.startsWith("From ")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
