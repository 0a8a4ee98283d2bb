package io.tributary.bronze.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** What a gzip file holds: every member of it, to its checksum, and no more than is allowed. */
final class Inflated extends InputStream {
  /** Small files of one repeated line inflate a thousandfold and harm nobody. */
  private static final long HARMLESS = 16L << 20;

  private final Delivered delivered;
  private final InputStream members;
  private final Limits limits;
  private long count;

  Inflated(Delivered delivered, InputStream compressed, Limits limits) throws IOException {
    this.delivered = delivered;
    this.limits = limits;
    try {
      this.members =
          GzipCompressorInputStream.builder()
              .setInputStream(compressed)
              .setDecompressConcatenated(true)
              .get();
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read;
    try {
      read = members.read(target, offset, length);
    } catch (IOException e) {
      throw damaged(e);
    }
    count += Math.max(read, 0);
    checkGrowth();
    return read;
  }

  private void checkGrowth() throws Unreadable {
    if (count > limits.inflatedBytes()) {
      throw new Unreadable(
          Wording.of(
              "the gzip inflates beyond %,d bytes; deliver it in parts or raise"
                  + " limits.inflatedBytes",
              limits.inflatedBytes()));
    }
    if (count > HARMLESS && count / limits.inflationRatio() > delivered.count()) {
      throw new Unreadable(
          Wording.of(
              "the gzip inflates beyond %,d times its size; if that is right, raise"
                  + " limits.inflationRatio",
              limits.inflationRatio()));
    }
  }

  private Unreadable damaged(IOException cause) {
    if (cause instanceof EOFException) {
      return new Unreadable(
          Wording.of(
              "the gzip is cut short at byte %,d, after %,d inflated bytes; have it delivered"
                  + " again",
              delivered.count(), count));
    }
    return new Unreadable(
        Wording.of(
            "the gzip is damaged, or other bytes follow it, after %,d inflated bytes;"
                + " have it delivered again",
            count));
  }
}
