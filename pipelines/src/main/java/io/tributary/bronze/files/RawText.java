package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The text of a record as received, cut where it is beyond the limit. */
final class RawText {
  /** What is kept of a record that is too long to read; the file still holds the rest. */
  static final int KEPT = 1 << 16;

  private RawText() {}

  /** The beginning of a longer text up to a whole character, with a note that it is cut. */
  static String cut(byte[] beginning, int limit) {
    int end = Math.min(beginning.length, Math.min(limit, KEPT));
    while (end > 0 && end < beginning.length && (beginning[end] & 0xc0) == 0x80) {
      end--;
    }
    return new String(beginning, 0, end, UTF_8) + Wording.of(" [cut after %,d bytes]", end);
  }
}
