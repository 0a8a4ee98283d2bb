package io.tributary.bronze.files;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a reader of HTML sees: its words, in lines as its blocks part them. */
final class HtmlText implements NodeVisitor {
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f\\u00a0]+");
  private static final Pattern LINE_ENDS = Pattern.compile(" ?\\n[ \\n]*+");

  private final StringBuilder text = new StringBuilder();

  private HtmlText() {}

  static String of(CharSequence html) {
    HtmlText seen = new HtmlText();
    Jsoup.parse(html.toString()).body().traverse(seen);
    return LINE_ENDS.matcher(seen.text).replaceAll("\n").strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(BLANKS.matcher(words.getWholeText()).replaceAll(" "));
    } else {
      part(node);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    part(node);
  }

  private void part(Node node) {
    if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
      text.append('\n');
    }
  }
}
