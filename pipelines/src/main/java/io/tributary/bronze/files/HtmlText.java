package io.tributary.bronze.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/** What a reader of HTML sees: words without tags, scripts, styles and comments. */
final class HtmlText {
  /** What stands between these tags and their ends is not for the reader. */
  private static final Pattern HIDDEN = Pattern.compile("(script|style|head)\\b");

  /** With these tags a new line begins. */
  private static final Pattern BREAK =
      Pattern.compile("/?(br|p|div|tr|li|ul|ol|table|h[1-6]|blockquote)\\b");

  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f\\u00a0]+");
  private static final Pattern BLANK_LINES = Pattern.compile(" ?\\n[ \\n]*+");

  private final String html;
  private final String lowerCase;
  private final StringBuilder text = new StringBuilder();

  private HtmlText(String html) {
    this.html = html;
    this.lowerCase = lowerCase(html);
  }

  static String of(CharSequence html) {
    return new HtmlText(html.toString()).read();
  }

  private String read() {
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      words(at, tag < 0 ? html.length() : tag);
      at = tag < 0 ? html.length() : behind(tag);
    }
    return BLANK_LINES.matcher(text).replaceAll("\n").strip();
  }

  private void words(int from, int to) {
    if (from == to) {
      return;
    }
    String seen = StringEscapeUtils.unescapeHtml4(html.substring(from, to));
    text.append(BLANKS.matcher(seen).replaceAll(" "));
  }

  /** Where the text goes on behind the tag that begins here, and behind what it hides. */
  private int behind(int tag) {
    if (html.startsWith("<!--", tag)) {
      return behind("-->", tag);
    }
    char first = tag + 1 < html.length() ? lowerCase.charAt(tag + 1) : ' ';
    if (!Character.isLetter(first) && first != '/' && first != '!') {
      text.append('<');
      return tag + 1;
    }
    int end = behind(">", tag);
    Matcher hidden = HIDDEN.matcher(lowerCase).region(tag + 1, end);
    if (hidden.lookingAt()) {
      return behind(">", behind("</" + hidden.group(1), tag));
    }
    if (BREAK.matcher(lowerCase).region(tag + 1, end).lookingAt()) {
      text.append('\n');
    }
    return end;
  }

  private int behind(String end, int from) {
    int at = lowerCase.indexOf(end, from);
    return at < 0 ? html.length() : at + end.length();
  }

  /** The locale's own way may change how many letters there are. */
  private static String lowerCase(String html) {
    StringBuilder lower = new StringBuilder(html);
    for (int i = 0; i < html.length(); i++) {
      char one = html.charAt(i);
      if (one >= 'A' && one <= 'Z') {
        lower.setCharAt(i, (char) (one - 'A' + 'a'));
      }
    }
    return lower.toString();
  }
}
