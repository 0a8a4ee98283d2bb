package io.tributary.jobs.nights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A record or file of the sample that was spoiled on purpose.
 *
 * @param file its path below the landing folder
 * @param position the record's place in the file, from 0; -1 for the file itself
 * @param kind what was done to it
 * @param expected what becomes of it where care is taken
 */
record SpoiledRecord(String file, long position, String kind, String expected) {

  static List<SpoiledRecord> all(Path faults) throws IOException {
    try (var lines = Files.lines(faults)) {
      return lines.skip(1).map(line -> of(line.split(",", -1))).toList();
    }
  }

  /** An empty file raises an alert and is set aside whole. */
  boolean isSetAside() {
    return expected.equals("quarantined") || kind.equals("empty_file");
  }

  private static SpoiledRecord of(String[] cells) {
    return new SpoiledRecord(cells[1], position(cells[1], cells[2]), cells[3], cells[4]);
  }

  /** Lines count from 1, and those of all but JSON lines begin with one that is no record. */
  private static long position(String file, String line) {
    if (line.isEmpty()) {
      return -1;
    }
    return Long.parseLong(line) - (file.endsWith(".jsonl.gz") ? 1 : 2);
  }
}
