package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.CharsetUtil;

/** The text of one part of a message, out of its transfer encoding and its charset. */
final class PartText {
  private PartText() {}

  /** The text of the part that the stream stands at. */
  static String of(MimeTokenStream parts, FileFormat format) throws IOException {
    String transfer = parts.getBodyDescriptor().getTransferEncoding().toLowerCase(Locale.ROOT);
    boolean isAsReceived = transfer.matches("7bit|8bit|binary");
    // What was turned into UTF-8 with the whole file is in it, whatever the message says.
    Charset charset =
        isAsReceived && !format.hasCharsetInRecord()
            ? UTF_8
            : charset(parts.getBodyDescriptor().getCharset(), format);
    return decoded(bytes(parts.getInputStream(), transfer, isAsReceived), charset);
  }

  private static byte[] bytes(InputStream content, String transfer, boolean isAsReceived)
      throws IOException {
    if (isAsReceived) {
      return content.readAllBytes();
    }
    switch (transfer) {
      case "base64" -> {
        try (InputStream decoded = new Base64InputStream(content, DecodeMonitor.STRICT)) {
          return decoded.readAllBytes();
        }
      }
      // An equals sign that encodes nothing stays as it is, and nothing is lost.
      case "quoted-printable" -> {
        try (InputStream decoded = new QuotedPrintableInputStream(content, DecodeMonitor.SILENT)) {
          return decoded.readAllBytes();
        }
      }
      default ->
          throw new Unreadable(
              "a transfer encoding that is none of 7bit, 8bit, binary, base64, quoted-printable");
    }
  }

  /** ASCII is what a message has that says nothing, and many say it of what they write in UTF-8. */
  private static Charset charset(String declared, FileFormat format) throws Unreadable {
    Charset charset = declared == null ? US_ASCII : CharsetUtil.lookup(declared);
    if (charset == null) {
      throw new Unreadable("the text's charset, as its Content-Type names it, is not known here");
    }
    return charset.equals(US_ASCII) ? format.encoding() : charset;
  }

  private static String decoded(byte[] bytes, Charset charset) throws Unreadable {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer encoded = ByteBuffer.wrap(bytes);
    CharBuffer text =
        CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 2);
    CoderResult result = decoder.decode(encoded, text, /* endOfInput= */ true);
    if (result.isError()) {
      throw new Unreadable(
          Wording.of(
              "not %s at byte %,d of the text; its Content-Type must name the charset it is"
                  + " written in",
              charset.name(), encoded.position()));
    }
    decoder.flush(text);
    return text.flip().toString();
  }
}
