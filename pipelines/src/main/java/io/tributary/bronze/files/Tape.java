package io.tributary.bronze.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Passes bytes on and keeps those since a mark, so that what a parser has read can be had as it was
 * written. It keeps no more than a limit, and without a mark no more than the latest chunk.
 */
final class Tape extends InputStream {
  private static final long NO_MARK = Long.MAX_VALUE;

  private final InputStream source;
  private final int limit;
  private final ByteArrayOutputStream earlier = new ByteArrayOutputStream();
  private byte[] chunk = new byte[0];
  private int chunkLength;
  private long chunkStart;
  private long mark = NO_MARK;

  /** A piece of the tape: what was kept of it, and how long it was. */
  static final class Piece {
    private final byte[] kept;
    private final long length;

    private Piece(byte[] kept, long length) {
      this.kept = kept;
      this.length = length;
    }

    byte[] bytes() {
      return kept;
    }

    long length() {
      return length;
    }

    boolean isWhole() {
      return kept.length == length;
    }
  }

  Tape(InputStream source, int limit) {
    this.source = source;
    this.limit = limit;
  }

  /** Keeps bytes from this offset on; one that lies before the latest chunk is kept already. */
  void mark(long offset) {
    if (offset >= chunkStart) {
      earlier.reset();
      mark = offset;
    }
  }

  void release() {
    mark(NO_MARK);
  }

  /** The bytes from one offset, not before the mark, up to another. */
  Piece piece(long from, long to) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    kept.writeBytes(earlier.toByteArray());
    append(kept, Math.max(mark, chunkStart), to);
    byte[] bytes = kept.toByteArray();
    int skipped = (int) Math.min(from - mark, bytes.length);
    return new Piece(Arrays.copyOfRange(bytes, skipped, bytes.length), to - from);
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("a parser reads by the chunk");
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = source.read(target, offset, length);
    if (read > 0) {
      append(earlier, Math.max(mark, chunkStart), chunkStart + chunkLength);
      chunkStart += chunkLength;
      if (chunk.length < read) {
        chunk = new byte[read];
      }
      System.arraycopy(target, offset, chunk, 0, read);
      chunkLength = read;
    }
    return read;
  }

  private void append(ByteArrayOutputStream kept, long from, long to) {
    int room = limit + 1 - kept.size();
    if (from < to && room > 0) {
      kept.write(chunk, (int) (from - chunkStart), (int) Math.min(to - from, room));
    }
  }
}
