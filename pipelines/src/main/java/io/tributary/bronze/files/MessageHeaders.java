package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The headers of one message, each line of them checked, folded ones unfolded and decoded. */
final class MessageHeaders {
  /** More than any mail server lets through. */
  static final int MOST = 1_000;

  /** RFC 5322 lets a name be nearly anything, but JSON and markup before a colon are none. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private final byte[] message;
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final StringBuilder value = new StringBuilder();
  private String name;
  private int count;
  private long started;
  private long line;

  private MessageHeaders(byte[] message, long line) {
    this.message = message;
    this.line = line;
  }

  /** The values by field name, in the order of the message; {@code line} is that of the first. */
  static Map<String, List<String>> of(byte[] message, long line) throws Unreadable {
    return new MessageHeaders(message, line).read();
  }

  private Map<String, List<String>> read() throws Unreadable {
    int at = 0;
    while (at < message.length) {
      int end = MessageText.lineEnd(message, at);
      int length = end > at && message[end - 1] == '\r' ? end - at - 1 : end - at;
      if (length == 0) {
        break;
      }
      take(text(at, length));
      at = end + 1;
      line++;
    }
    close();
    if (count == 0) {
      throw MessageText.at(
          line,
          "no header stands above the text; a line of the text that begins with 'From ' needs"
              + " a '>' before it");
    }
    return fields;
  }

  private String text(int start, int length) throws Unreadable {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(message, start, length)).toString();
      if (text.indexOf('\r') >= 0) {
        throw MessageText.at(line, "a carriage return within a header");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw MessageText.at(
          line, "a header that is neither ASCII nor UTF-8; have it sent as an encoded word");
    }
  }

  private void take(String text) throws Unreadable {
    if (text.charAt(0) == ' ' || text.charAt(0) == '\t') {
      if (count == 0) {
        throw MessageText.at(line, "a blank begins the line, and no header above goes on in it");
      }
      value.append(' ').append(text.strip());
      return;
    }
    close();
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw MessageText.at(
          line,
          "a header without a colon; the message is cut, or an empty line above its text is"
              + " missing");
    }
    open(text.substring(0, colon).stripTrailing(), text.substring(colon + 1).strip());
  }

  private void open(String called, String first) throws Unreadable {
    if (!NAME.matcher(called).matches()) {
      throw MessageText.at(line, "what stands before the colon is no name of a header");
    }
    if (++count > MOST) {
      throw MessageText.at(line, Wording.of("more than %,d headers", MOST));
    }
    name = called.toLowerCase(Locale.ROOT).replace('-', '_');
    value.append(first);
    started = line;
  }

  private void close() throws Unreadable {
    if (name != null) {
      String decoded = EncodedWords.decoded(value.toString().strip(), started);
      fields.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(decoded);
      value.setLength(0);
    }
  }
}
