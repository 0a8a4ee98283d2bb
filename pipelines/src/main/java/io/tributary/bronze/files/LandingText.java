package io.tributary.bronze.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The text inside a landing file, whatever it is wrapped in and whatever its name says. */
final class LandingText {
  private static final int CHUNK = 1 << 16;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] UTF_16_MARK = {(byte) 0xfe, (byte) 0xff};
  private static final byte[] UTF_16_MARK_SWAPPED = {(byte) 0xff, (byte) 0xfe};

  private LandingText() {}

  /**
   * The text as UTF-8, or the bytes where each record names its own charset; what it is wrapped in
   * shows in the first bytes.
   */
  static InputStream of(Delivered delivered, FileFormat format) throws IOException {
    InputStream bytes = new BufferedInputStream(delivered, CHUNK);
    if (startsWith(bytes, GZIP)) {
      bytes = new BufferedInputStream(new Inflated(delivered, bytes, format.limits()), CHUNK);
      if (startsWith(bytes, GZIP)) {
        throw new Unreadable("a gzip within a gzip; deliver it compressed once");
      }
    }
    if (startsWith(bytes, ZIP)) {
      throw new Unreadable("a zip archive; deliver its files plain or as gzip");
    }
    return format.hasCharsetInRecord()
        ? withoutMark(bytes, format)
        : new Utf8Text(bytes, format.encoding());
  }

  private static InputStream withoutMark(InputStream bytes, FileFormat format) throws IOException {
    if (startsWith(bytes, UTF_16_MARK) || startsWith(bytes, UTF_16_MARK_SWAPPED)) {
      throw Utf8Text.foreignMark(format.encoding());
    }
    if (startsWith(bytes, UTF_8_MARK)) {
      bytes.skipNBytes(UTF_8_MARK.length);
    }
    return bytes;
  }

  private static boolean startsWith(InputStream bytes, byte[] magic) throws IOException {
    bytes.mark(magic.length);
    byte[] first = bytes.readNBytes(magic.length);
    bytes.reset();
    return Arrays.equals(first, magic);
  }
}
