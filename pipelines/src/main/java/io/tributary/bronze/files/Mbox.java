package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The messages of a file as bytes: the whole of it, or those between the "From " lines of an mbox.
 * Of a message beyond the limit only the beginning is kept.
 */
final class Mbox {
  private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};
  private static final int LONGEST_FROM = 1_000;

  /** As RFC 4155 has it: no writer leaves such a line in a text without a mark of quotation. */
  private static final Pattern DATED = Pattern.compile("From .*\\d:\\d\\d.* \\d{4}( .*)?");

  private final Lines lines;
  private final int limit;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private boolean isMbox;
  private boolean isAhead;
  private boolean isBelowFrom;
  private long line;
  private long size;

  Mbox(InputStream text, int limit) {
    this.lines = new Lines(text, limit);
    this.limit = limit;
  }

  /** Goes on to the next message; false after the last. */
  boolean next() throws IOException {
    while (!isAhead) {
      if (!lines.next()) {
        return false;
      }
      isAhead = lines.isTooLong() || lines.length() > 0;
      isMbox |= isAhead && startsWithFrom();
    }
    message.reset();
    size = 0;
    line = lines.number();
    isBelowFrom = isMbox && startsWithFrom();
    boolean isAfterEmpty;
    do {
      isAfterEmpty = !lines.isTooLong() && lines.length() == 0;
      take();
      isAhead = lines.next();
    } while (isAhead && !startsMessage(isAfterEmpty));
    return true;
  }

  /** The number of the message's first line, from 1. */
  long line() {
    return line;
  }

  /** Whether the first line is none of the message's own. */
  boolean isBelowFrom() {
    return isBelowFrom;
  }

  boolean isTooLong() {
    return size > limit;
  }

  /** What is wrong with a message that is too long. */
  String excess() {
    return Wording.of("%,d bytes long; the limit is %,d", size, limit);
  }

  /** The message as received, without the line ends behind it; its beginning if it is too long. */
  byte[] received() {
    byte[] all = message.toByteArray();
    int end = all.length;
    while (!isTooLong() && end > 0 && (all[end - 1] == '\n' || all[end - 1] == '\r')) {
      end--;
    }
    return Arrays.copyOf(all, end);
  }

  private void take() {
    size += lines.size();
    if (!isTooLong() || message.size() <= RawText.KEPT) {
      lines.copyTo(message);
    }
  }

  private boolean startsMessage(boolean isAfterEmpty) {
    boolean starts = startsWithFrom() && ((isMbox && isAfterEmpty) || isDated());
    isMbox |= starts;
    return starts;
  }

  /** An old way to write a header has a blank before the colon. */
  private boolean startsWithFrom() {
    int start = lines.start();
    return !lines.isTooLong()
        && lines.length() > FROM.length
        && Arrays.equals(FROM, 0, FROM.length, lines.bytes(), start, start + FROM.length)
        && lines.bytes()[start + FROM.length] != ':';
  }

  private boolean isDated() {
    return lines.length() <= LONGEST_FROM
        && DATED
            .matcher(new String(lines.bytes(), lines.start(), lines.length(), ISO_8859_1))
            .matches();
  }
}
