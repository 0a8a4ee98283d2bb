package io.tributary.bronze.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A file's text as UTF-8 without a byte order mark. Bytes that are not of the declared charset end
 * it: a decoder that replaces them would lose what they were.
 */
final class Utf8Text extends InputStream {
  private static final int CHUNK = 1 << 16;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final InputStream source;
  private final Charset charset;
  private final boolean isUtf8;
  private final CharsetDecoder decoder;
  private final ByteBuffer encoded = ByteBuffer.allocate(CHUNK).limit(0);
  private final CharBuffer characters;
  private ByteBuffer text = ByteBuffer.allocate(0);
  private long decoded;
  private boolean started;
  private boolean ended;

  Utf8Text(InputStream source, Charset charset) {
    this.source = source;
    this.charset = charset;
    this.isUtf8 = charset.equals(StandardCharsets.UTF_8);
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.characters =
        CharBuffer.allocate((int) Math.ceil(CHUNK * (double) decoder.maxCharsPerByte()) + 2);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!text.hasRemaining()) {
      if (ended) {
        return -1;
      }
      decode();
    }
    int read = Math.min(length, text.remaining());
    text.get(target, offset, read);
    return read;
  }

  private void decode() throws IOException {
    encoded.compact();
    int room = encoded.remaining();
    int read = source.readNBytes(encoded.array(), encoded.position(), room);
    ended = read < room;
    encoded.position(encoded.position() + read).flip();
    if (!started) {
      refuseForeignMark();
    }
    check();
    text =
        isUtf8
            ? ByteBuffer.wrap(encoded.array(), 0, encoded.position())
            : StandardCharsets.UTF_8.encode(characters.flip());
    skipMark();
  }

  /** Decodes what is there, up to a character that the next bytes complete. */
  private void check() throws Unreadable {
    if (isUtf8 && isAscii(encoded)) {
      decoded += encoded.limit();
      encoded.position(encoded.limit());
      return;
    }
    CoderResult result = decoder.decode(encoded, characters.clear(), ended);
    decoded += encoded.position();
    if (result.isError()) {
      throw new Unreadable(
          Wording.of(
              "not %s at byte %,d; set encoding to the charset the source writes",
              charset.name(), decoded));
    }
    if (ended) {
      decoder.flush(characters);
    }
  }

  /** Most exports are ASCII but for a few lines, and eight bytes at a time show it. */
  private static boolean isAscii(ByteBuffer bytes) {
    int at = 0;
    for (; at + Long.BYTES <= bytes.limit(); at += Long.BYTES) {
      if ((bytes.getLong(at) & HIGH_BITS) != 0) {
        return false;
      }
    }
    for (; at < bytes.limit(); at++) {
      if (bytes.get(at) < 0) {
        return false;
      }
    }
    return true;
  }

  private void refuseForeignMark() throws Unreadable {
    if (charset.name().startsWith("UTF-16") || encoded.remaining() < 2) {
      return;
    }
    int mark = encoded.getShort(0) & 0xffff;
    if (mark == 0xfeff || mark == 0xfffe) {
      throw foreignMark(charset);
    }
  }

  /** What is wrong with UTF-16 where another charset is declared. */
  static Unreadable foreignMark(Charset declared) {
    return new Unreadable(
        Wording.of(
            "starts with the byte order mark of UTF-16, declared is %s; set encoding: UTF-16",
            declared.name()));
  }

  private void skipMark() {
    if (!started
        && text.remaining() >= 3
        && text.get(0) == (byte) 0xef
        && text.get(1) == (byte) 0xbb
        && text.get(2) == (byte) 0xbf) {
      text.position(3);
    }
    started = true;
  }
}
