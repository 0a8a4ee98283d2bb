package io.tributary.sample.landing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A message of headers and a text, as a mail tool writes it into an mbox. */
public final class Mail {
  private static final DateTimeFormatter SEPARATOR =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH);

  private static final int LONGEST_LINE = 76;
  private static final String TYPE = "text/plain; charset=utf-8";

  private final StringBuilder text = new StringBuilder();

  /** A message from somebody, who may have a name, at a UTC time. */
  public Mail(String name, String address, LocalDateTime at) {
    text.append("From %s %s\n".formatted(address, SEPARATOR.format(at)));
    with("Date", DATE.format(at));
    with("From", word(name) + " <" + address + ">");
  }

  /** Adds a header; without a value it is left out. */
  public Mail with(String name, Object value) {
    if (value != null) {
      text.append(name).append(": ").append(value).append('\n');
    }
    return this;
  }

  /** The whole message, with what was said. */
  public String saying(String said) {
    boolean isAscii = StandardCharsets.US_ASCII.newEncoder().canEncode(said);
    with("MIME-Version", "1.0");
    with("Content-Type", TYPE);
    with("Content-Transfer-Encoding", isAscii ? "7bit" : "quoted-printable");
    var lines = isAscii ? said : printable(said);
    return text + "\n" + lines.replaceAll("(?m)^(>*From )", ">$1") + "\n\n";
  }

  /** A word of a header, encoded where ASCII does not hold it. */
  private static String word(String word) {
    if (StandardCharsets.US_ASCII.newEncoder().canEncode(word)) {
      return word;
    }
    var encoded = new StringBuilder("=?UTF-8?Q?");
    for (byte one : word.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(Character.isLetterOrDigit(one) ? "" + (char) one : escaped(one));
    }
    return encoded + "?=";
  }

  private static String printable(String said) {
    var printable = new StringBuilder();
    int room = LONGEST_LINE;
    for (byte one : said.getBytes(StandardCharsets.UTF_8)) {
      var written = one >= 0 && one != '=' ? "" + (char) one : escaped(one);
      if (one == '\n') {
        room = LONGEST_LINE;
      } else if (written.length() >= room) {
        printable.append("=\n");
        room = LONGEST_LINE;
      }
      printable.append(written);
      room -= one == '\n' ? 0 : written.length();
    }
    return printable.toString();
  }

  private static String escaped(byte one) {
    return "=%02X".formatted(one);
  }
}
