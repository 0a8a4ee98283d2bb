package io.tributary.bronze.files;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the records of an XML document are: {@code /campaigns/campaign} from the root, or {@code
 * list/member} anywhere. Names are local names.
 *
 * @param carried the elements on the way whose own fields each record carries
 */
record XmlPath(String text, boolean fromRoot, List<String> names, Set<String> carried) {
  private static final Pattern FORM = Pattern.compile("/?[^/\\s]+(/[^/\\s]+)*");

  /** The path that a format names. */
  static XmlPath of(FileFormat format) {
    return of(format.record()).carrying(format.carry());
  }

  static XmlPath of(String text) {
    if (text == null || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "record: '"
              + text
              + "' is no path to elements; write list/member or /campaigns/campaign");
    }
    boolean fromRoot = text.startsWith("/");
    return new XmlPath(
        text, fromRoot, List.of((fromRoot ? text.substring(1) : text).split("/", -1)), Set.of());
  }

  /** This path, whose records carry the fields of elements on the way to them. */
  XmlPath carrying(Set<String> elements) {
    List<String> around = names.subList(0, names.size() - 1);
    for (String element : elements) {
      if (around.stream().filter(element::equals).count() != 1) {
        throw new IllegalArgumentException(
            "carry: found '%s', which is not once on the way to %s".formatted(element, text));
      }
    }
    return new XmlPath(text, fromRoot, names, elements);
  }

  /** Whether the innermost of these open elements is a record. */
  boolean isRecord(List<String> open) {
    return ends(open, names);
  }

  /**
   * Whether the innermost of these open elements is where records are to be found, or the elements
   * that they carry.
   */
  boolean isParent(List<String> open) {
    int before = 0;
    while (before < names.size() - 1 && !carried.contains(names.get(before))) {
      before++;
    }
    return before > 0 && ends(open, names.subList(0, before));
  }

  /** Whether the innermost of these open elements is one that records carry. */
  boolean isCarried(List<String> open) {
    for (int length = 1; length < names.size(); length++) {
      if (carried.contains(names.get(length - 1)) && ends(open, names.subList(0, length))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the innermost of these open elements lies on the way to records. */
  boolean isOnTheWay(List<String> open) {
    for (int length = 1; length <= names.size(); length++) {
      if (ends(open, names.subList(0, length))) {
        return true;
      }
    }
    return false;
  }

  private boolean ends(List<String> open, List<String> last) {
    int before = open.size() - last.size();
    return before >= 0
        && (before == 0 || !fromRoot)
        && open.subList(before, open.size()).equals(last);
  }
}
