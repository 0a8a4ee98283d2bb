package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** The bytes of one message, and where in the file they stand. */
final class MessageText {
  private final byte[] received;
  private final int start;
  private final long line;

  private MessageText(byte[] received, int start, long line) {
    this.received = received;
    this.start = start;
    this.line = line;
  }

  /** A message that begins with its headers, on this line of the file. */
  static MessageText alone(byte[] received, long line) {
    return new MessageText(received, 0, line);
  }

  /** A message below the "From " line that sets it apart in an mbox. */
  static MessageText inMbox(byte[] received, long line) {
    int end = lineEnd(received, 0);
    return new MessageText(received, Math.min(end + 1, received.length), line);
  }

  /** The number of the message's first line in the file. */
  long line() {
    return line;
  }

  /** The number of the line on which the headers begin. */
  long headerLine() {
    return start > 0 ? line + 1 : line;
  }

  /** Latin-1 shows every byte, where they are not all of one charset. */
  String asReceived() {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(received)).toString();
    } catch (CharacterCodingException e) {
      return new String(received, ISO_8859_1);
    }
  }

  void refuseNul() throws Unreadable {
    for (int i = 0; i < received.length; i++) {
      if (received[i] == 0) {
        throw at(line, Wording.of("a NUL byte at byte %,d of the message", i));
      }
    }
  }

  /** The message alone: an mbox marks its lines that begin with "From " by one ">" more. */
  byte[] plain() {
    byte[] plain = new byte[received.length - start];
    int length = 0;
    int at = start;
    while (at < received.length) {
      int end = Math.min(lineEnd(received, at) + 1, received.length);
      at += start > 0 && isQuotedFrom(at, end) ? 1 : 0;
      System.arraycopy(received, at, plain, length, end - at);
      length += end - at;
      at = end;
    }
    return Arrays.copyOf(plain, length);
  }

  private boolean isQuotedFrom(int from, int end) {
    int at = from;
    while (at < end && received[at] == '>') {
      at++;
    }
    return at > from && end - at > 5 && new String(received, at, 5, ISO_8859_1).equals("From ");
  }

  /** A defect, by its line in the file. */
  static Unreadable at(long line, String defect) {
    return new Unreadable("line " + line + ": " + defect);
  }

  /** Where the line that holds this place ends. */
  static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
