package io.tributary.sample.landing;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on its way: records come in any order and are written in the order of their keys. */
public final class ExportFile implements Closeable {
  private static final int MOST_CHARACTERS_HELD = 500_000;

  private final Path path;
  private final Frame frame;
  private final SortedRecords records;

  ExportFile(Path path, Frame frame, Path spillFolder) {
    this.path = path;
    this.frame = frame;
    records = new SortedRecords(spillFolder, MOST_CHARACTERS_HELD);
  }

  /** Adds a record. */
  public void add(String key, String text) {
    try {
      records.add(key, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Writes the file. */
  @Override
  public void close() throws IOException {
    Files.createDirectories(path.getParent());
    try (records;
        var bytes = compressed(Files.newOutputStream(path));
        var writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      writer.write(frame.head());
      var separator = new String[] {""};
      records.forEach(
          entry -> {
            writer.write(separator[0]);
            writer.write(entry.text());
            separator[0] = frame.separator();
          });
      writer.write(frame.tail());
    }
  }

  private OutputStream compressed(OutputStream bytes) throws IOException {
    return path.toString().endsWith(".gz") ? Gzip.tight(bytes) : bytes;
  }
}
