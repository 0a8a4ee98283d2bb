package io.tributary.sample.landing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sorted records in a temporary file, read back once. */
final class SpilledRun implements Closeable {
  private final Path path;
  private DataInputStream input;
  private long left;
  private SortedRecords.Entry head;

  private SpilledRun(Path path, long count) {
    this.path = path;
    left = count;
  }

  /** Produces records in order. */
  interface Source {
    void forEach(SortedRecords.Sink sink) throws IOException;
  }

  static SpilledRun write(Path folder, Source source) throws IOException {
    var path = Files.createTempFile(folder, "sorted", ".run");
    var count = new long[1];
    try (var output = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
      source.forEach(
          entry -> {
            writeText(output, entry.key());
            writeText(output, entry.text());
            count[0]++;
          });
    }
    return new SpilledRun(path, count[0]);
  }

  private static void writeText(DataOutputStream output, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    output.writeInt(bytes.length);
    output.write(bytes);
  }

  /** Moves to the next record, and says whether there is one. */
  boolean next() throws IOException {
    if (left == 0) {
      return false;
    }
    if (input == null) {
      input = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
    }
    left--;
    head = new SortedRecords.Entry(readText(), readText());
    return true;
  }

  private String readText() throws IOException {
    return new String(input.readNBytes(input.readInt()), StandardCharsets.UTF_8);
  }

  /** The record moved to last. */
  SortedRecords.Entry head() {
    return head;
  }

  @Override
  public void close() throws IOException {
    if (input != null) {
      input.close();
    }
    Files.deleteIfExists(path);
  }
}
