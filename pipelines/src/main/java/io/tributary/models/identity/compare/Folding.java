package io.tributary.models.identity.compare;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes text in lower-case letters and digits alone, so that equal things are written equally. */
public final class Folding {
  /** What systems and people enter where there is nothing to enter. */
  private static final Set<String> NOTHING =
      Set.of(
          "null",
          "none",
          "nan",
          "na",
          "n a",
          "unknown",
          "unk",
          "anonymous",
          "test",
          "nil",
          "not known",
          "not given",
          "not available",
          "missing",
          "undefined",
          "xxx",
          "xx",
          "tbc");

  private static final String FRACTION = ".0";

  private Folding() {}

  /**
   * Words of {@code text}, parted by single blanks: accents are dropped, apostrophes close up, all
   * else that is no letter or digit parts words. Empty when there is none or it says nothing.
   */
  public static String words(String text) {
    if (text == null || text.isBlank()) {
      return "";
    }
    String plain = isAscii(text) ? text : unaccented(text);
    StringBuilder words = new StringBuilder(plain.length());
    boolean isGap = false;
    for (int i = 0; i < plain.length(); i++) {
      char letter = lower(plain.charAt(i));
      if (Character.isLetterOrDigit(letter)) {
        if (isGap && !words.isEmpty()) {
          words.append(' ');
        }
        words.append(letter);
        isGap = false;
      } else if (letter != '\'' && letter != '’' && letter != '`') {
        isGap = true;
      }
    }
    String folded = words.toString();
    return NOTHING.contains(folded) ? "" : folded;
  }

  /** The letters and digits of {@code text} without any gap. */
  public static String compact(String text) {
    return words(text).replace(" ", "");
  }

  /**
   * The cell of a table, where 12345.0 is 12345: a tool that reads numbers with gaps among them
   * writes them so.
   */
  public static String cell(String text) {
    if (text == null || !text.endsWith(FRACTION)) {
      return text;
    }
    String whole = text.substring(0, text.length() - FRACTION.length());
    boolean isNumber = !whole.isBlank() && whole.strip().chars().allMatch(Folding::isDigit);
    return isNumber ? whole : text;
  }

  private static boolean isDigit(int letter) {
    return letter >= '0' && letter <= '9';
  }

  /** The decimal digits of {@code text}. */
  public static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      }
    }
    return digits.toString();
  }

  /** The pieces of {@code text} between a separating letter, without empty ones. */
  static List<String> pieces(String text, char separator) {
    List<String> pieces = new ArrayList<>(4);
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == separator) {
        if (i > start) {
          pieces.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return pieces;
  }

  private static char lower(char letter) {
    if (letter < 128) {
      return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
    }
    return Character.toLowerCase(letter);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static String unaccented(String text) {
    String spelled =
        text.toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("đ", "d")
            .replace("æ", "ae")
            .replace("œ", "oe")
            .replace("ı", "i");
    String parted = Normalizer.normalize(spelled, Normalizer.Form.NFKD);
    StringBuilder letters = new StringBuilder(parted.length());
    for (int i = 0; i < parted.length(); i++) {
      if (Character.getType(parted.charAt(i)) != Character.NON_SPACING_MARK) {
        letters.append(parted.charAt(i));
      }
    }
    return letters.toString();
  }
}
