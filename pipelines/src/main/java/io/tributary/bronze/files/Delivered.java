package io.tributary.bronze.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The bytes of a file as delivered, counted. A failure to read them is ours and leaves unchecked,
 * so that every {@link IOException} above this stream is the file's own fault.
 */
final class Delivered extends InputStream {
  private static final int CHUNK = 1 << 16;

  private final InputStream source;
  private long count;

  Delivered(InputStream source) {
    this.source = source;
  }

  long count() {
    return count;
  }

  /** Reads to the end, for a hash of the whole file even where its content is given up. */
  void drain() {
    byte[] chunk = new byte[CHUNK];
    int read;
    do {
      read = read(chunk, 0, CHUNK);
    } while (read >= 0);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      int read = source.read(target, offset, length);
      count += Math.max(read, 0);
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
