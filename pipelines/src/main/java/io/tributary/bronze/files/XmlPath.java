package io.tributary.bronze.files;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the records of an XML document are: {@code /campaigns/campaign} from the root, or {@code
 * list/member} anywhere. Names are local names.
 */
record XmlPath(String text, boolean fromRoot, List<String> names) {
  private static final Pattern FORM = Pattern.compile("/?[^/\\s]+(/[^/\\s]+)*");

  static XmlPath of(String text) {
    if (text == null || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "record: '"
              + text
              + "' is no path to elements; write list/member or /campaigns/campaign");
    }
    boolean fromRoot = text.startsWith("/");
    return new XmlPath(
        text, fromRoot, List.of((fromRoot ? text.substring(1) : text).split("/", -1)));
  }

  /** Whether the innermost of these open elements is a record. */
  boolean isRecord(List<String> open) {
    return ends(open, names);
  }

  /** Whether the innermost of these open elements is where records are to be found. */
  boolean isParent(List<String> open) {
    return names.size() > 1 && ends(open, names.subList(0, names.size() - 1));
  }

  private boolean ends(List<String> open, List<String> last) {
    int before = open.size() - last.size();
    return before >= 0
        && (before == 0 || !fromRoot)
        && open.subList(before, open.size()).equals(last);
  }
}
