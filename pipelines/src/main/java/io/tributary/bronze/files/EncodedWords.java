package io.tributary.bronze.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Words of a header that stand there in ASCII and mean other letters, after RFC 2047. */
final class EncodedWords {
  private static final String WORD = "=\\?[^?\\s]{1,80}\\?[bBqQ]\\?[^?]*+\\?=";

  /** Blanks between two such words are none of the text. */
  private static final Pattern WORDS = Pattern.compile(WORD + "(?:\\s++" + WORD + ")*+");

  private static final char REPLACED = '\uFFFD';

  private EncodedWords() {}

  /** The text that is meant; {@code line} is where it begins. */
  static String decoded(String text, long line) throws Unreadable {
    if (!text.contains("=?")) {
      return text;
    }
    Matcher words = WORDS.matcher(text);
    StringBuilder decoded = new StringBuilder();
    while (words.find()) {
      words.appendReplacement(decoded, Matcher.quoteReplacement(decode(words.group(), line)));
    }
    return words.appendTail(decoded).toString();
  }

  private static String decode(String words, long line) throws Unreadable {
    Trouble trouble = new Trouble();
    String decoded = DecoderUtil.decodeEncodedWords(words, trouble);
    if (trouble.isHeard || decoded.indexOf(REPLACED) >= 0) {
      throw MessageText.at(
          line, "an encoded word of a charset that is not known here, or not written in it");
    }
    return decoded;
  }

  /** Only notes that there is trouble: a decoder that is stopped by it ends the thread. */
  private static final class Trouble extends DecodeMonitor {
    private boolean isHeard;

    @Override
    public boolean warn(String error, String consequence) {
      isHeard = true;
      return false;
    }

    @Override
    public boolean isListening() {
      return true;
    }
  }
}
