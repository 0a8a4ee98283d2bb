package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a UTF-8 text as slices of one buffer. A record is one line, or several when its
 * format says that the line runs on; of a line beyond the limit only the beginning is kept.
 */
final class Lines {
  private static final int CHUNK = 1 << 16;
  private static final int ENDED = -1;
  private static final int BEYOND_LIMIT = -2;

  private final InputStream text;
  private final int limit;
  private byte[] buffer = new byte[CHUNK];
  private int filled;
  private int start;
  private int length;
  private int consumed;
  private int firstLength;
  private int firstConsumed;
  private long number;
  private int spanned;
  private byte[] beginning;
  private long size;

  Lines(InputStream text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  /** Goes on to the next line; false after the last. */
  boolean next() throws IOException {
    number += Math.max(spanned, 1);
    start += consumed;
    consumed = 0;
    spanned = 1;
    beginning = null;
    int end = lineEnd(0);
    if (end == BEYOND_LIMIT) {
      skipLong();
      return true;
    }
    boolean found = end != ENDED || filled > start;
    take(end);
    firstLength = length;
    firstConsumed = consumed;
    return found;
  }

  /** Adds the next line to this record; false when there is none or the record grows too long. */
  boolean extend() throws IOException {
    int end = lineEnd(consumed);
    if (end == BEYOND_LIMIT || (end == ENDED && start + consumed == filled)) {
      return false;
    }
    take(end);
    spanned++;
    return true;
  }

  /** Gives back all but the record's first line. */
  void shrink() {
    length = firstLength;
    consumed = firstConsumed;
    spanned = 1;
  }

  /** The buffer that holds the record now; the next read may move it. */
  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  /** Bytes of the record without its line end. */
  int length() {
    return length;
  }

  /** Where the line after the record starts, from the record's start. */
  int consumed() {
    return consumed;
  }

  /** The number of the record's first line, from 1. */
  long number() {
    return number;
  }

  boolean isTooLong() {
    return beginning != null;
  }

  /** Bytes of the record with its line end. */
  long size() {
    return isTooLong() ? size : consumed;
  }

  /** Adds the record's bytes with its line end; of one that is too long, the beginning. */
  void copyTo(ByteArrayOutputStream target) {
    if (isTooLong()) {
      target.writeBytes(beginning);
    } else {
      target.write(buffer, start, consumed);
    }
  }

  /** What is wrong with a line that is too long. */
  String excess() {
    return Wording.of("%,d bytes long; the limit is %,d", size, limit);
  }

  /** The record as received. */
  String raw() {
    return isTooLong() ? RawText.cut(beginning, limit) : new String(buffer, start, length, UTF_8);
  }

  private void take(int end) {
    length = end == ENDED ? filled - start : end;
    consumed = end == ENDED ? length : end + 1;
    if (end != ENDED && length > 0 && buffer[start + length - 1] == '\r') {
      length--;
    }
  }

  /** Where the line that holds this offset ends, both from the record's start. */
  private int lineEnd(int offset) throws IOException {
    int scanned = offset;
    while (true) {
      for (int i = start + scanned; i < filled; i++) {
        if (buffer[i] == '\n') {
          return i - start > limit ? BEYOND_LIMIT : i - start;
        }
      }
      scanned = filled - start;
      if (scanned > limit) {
        return BEYOND_LIMIT;
      }
      if (!fill()) {
        return ENDED;
      }
    }
  }

  private boolean fill() throws IOException {
    if (filled == buffer.length) {
      byte[] target = start < buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
      System.arraycopy(buffer, start, target, 0, filled - start);
      buffer = target;
      filled -= start;
      start = 0;
    }
    int read = text.read(buffer, filled, buffer.length - filled);
    filled += Math.max(read, 0);
    return read > 0;
  }

  /** Reads over the rest of the line, keeping nothing but its beginning and its size. */
  private void skipLong() throws IOException {
    beginning = Arrays.copyOfRange(buffer, start, start + Math.min(limit, RawText.KEPT) + 1);
    size = 0;
    length = 0;
    while (true) {
      int from = start;
      while (start < filled) {
        if (buffer[start++] == '\n') {
          size += start - from - 1;
          return;
        }
      }
      size += filled - from;
      start = 0;
      filled = 0;
      if (!fill()) {
        return;
      }
    }
  }
}
