package io.tributary.sample.landing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip without a time stamp, so that the same text gives the same file. */
public final class Gzip extends GZIPOutputStream {
  private static final int BUFFER = 1 << 16;

  private Gzip(OutputStream bytes, int level) throws IOException {
    super(bytes, BUFFER);
    def.setLevel(level);
  }

  /** As small as it gets. */
  public static OutputStream tight(OutputStream bytes) throws IOException {
    return new Gzip(bytes, Deflater.BEST_COMPRESSION);
  }

  /** Not compressed at all, which gives the same bytes whoever does it. */
  public static OutputStream stored(OutputStream bytes) throws IOException {
    return new Gzip(bytes, Deflater.NO_COMPRESSION);
  }

  /** As fast as it gets. */
  static OutputStream quick(OutputStream bytes) throws IOException {
    return new Gzip(bytes, Deflater.BEST_SPEED);
  }
}
