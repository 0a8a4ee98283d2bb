package io.tributary.bronze.proposal;

import io.tributary.bronze.files.Bytes;
import io.tributary.bronze.files.CsvLayout;
import io.tributary.bronze.files.FileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The format of a file of which nothing is known, and what is doubtful about it.
 *
 * @param yaml the format as a source's YAML names it
 */
record GuessedFormat(FileFormat format, String yaml, List<String> doubts) {
  private static final int HEAD = 1 << 20;

  static GuessedFormat of(Bytes bytes) throws IOException {
    byte[] head;
    try (InputStream content = content(bytes)) {
      head = content.readNBytes(HEAD);
    }
    Charset charset = charset(head);
    String text = new String(head, charset);
    String start = text.replace("\uFEFF", "").stripLeading();
    if (MessageGuess.isMessage(start)) {
      return MessageGuess.of(charset);
    }
    GuessedFormat guessed =
        start.startsWith("<")
            ? DocumentGuess.xml(bytes)
            : start.startsWith("{") || start.startsWith("[")
                ? DocumentGuess.json(bytes, start)
                : CsvGuess.of(start);
    return charset.equals(StandardCharsets.UTF_8) ? guessed : guessed.encodedIn(charset);
  }

  /** The file's content, inflated where it is compressed. */
  static InputStream content(Bytes bytes) throws IOException {
    PushbackInputStream opened = new PushbackInputStream(bytes.open(), 2);
    byte[] magic = opened.readNBytes(2);
    opened.unread(magic);
    boolean isGzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    return isGzip ? new GZIPInputStream(opened) : opened;
  }

  private static Charset charset(byte[] head) {
    boolean isUtf16 =
        head.length > 1
            && ((head[0] == (byte) 0xfe && head[1] == (byte) 0xff)
                || (head[0] == (byte) 0xff && head[1] == (byte) 0xfe));
    if (isUtf16) {
      return StandardCharsets.UTF_16;
    }
    // The head may end within a character.
    boolean isUtf8 =
        IntStream.range(0, Math.min(4, head.length + 1))
            .anyMatch(cut -> isUtf8(head, head.length - cut));
    return isUtf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  private static boolean isUtf8(byte[] head, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  GuessedFormat encodedIn(Charset charset) {
    String named = yaml.startsWith("{") ? yaml : "{kind: " + yaml + "}";
    return new GuessedFormat(
        format.encodedIn(charset),
        named.substring(0, named.length() - 1) + ", encoding: " + charset.name() + "}",
        Stream.concat(
                doubts.stream(),
                Stream.of("the bytes are no UTF-8; %s is a guess".formatted(charset.name())))
            .toList());
  }

  static GuessedFormat csv(CsvLayout layout, String yaml, List<String> doubts) {
    return new GuessedFormat(FileFormat.csv(layout), yaml, doubts);
  }
}
