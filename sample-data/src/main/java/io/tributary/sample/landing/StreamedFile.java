package io.tributary.sample.landing;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A compressed file whose records are written as they come, quickly rather than tightly. */
public final class StreamedFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Frame frame;
  private final BufferedWriter writer;
  private boolean begun;

  /** Begins the file. */
  public StreamedFile(Path path, Frame frame) {
    this.frame = frame;
    try {
      Files.createDirectories(path.getParent());
      var bytes = Gzip.quick(Files.newOutputStream(path));
      writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER);
      writer.write(frame.head());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Adds a record. */
  public void add(String text) {
    try {
      if (begun) {
        writer.write(frame.separator());
      }
      begun = true;
      writer.write(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    writer.write(frame.tail());
    writer.close();
  }
}
