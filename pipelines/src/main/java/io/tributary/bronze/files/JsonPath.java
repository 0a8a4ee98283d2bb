package io.tributary.bronze.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way from a document's root to its records: {@code $}, then {@code .name} or {@code ['name']}
 * for a member and {@code [*]} for each element of a list.
 */
record JsonPath(String text, List<Step> steps) {
  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[\\]'*\\s]+)|\\['([^']+)'\\]|(\\[\\*\\])");

  /** One step down; {@code name} is null for each element of a list. */
  record Step(String name) {
    boolean isEach() {
      return name == null;
    }
  }

  static JsonPath of(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    int end = text.startsWith("$") ? 1 : -1;
    while (end > 0 && end < text.length()) {
      if (!step.find(end) || step.start() != end) {
        end = -1;
        break;
      }
      steps.add(new Step(step.group(1) == null ? step.group(2) : step.group(1)));
      end = step.end();
    }
    if (end < 0) {
      throw new IllegalArgumentException(
          "record: '" + text + "' is no path to records; write it like $.orders[*], $[*] or $");
    }
    return new JsonPath(text, List.copyOf(steps));
  }

  int length() {
    return steps.size();
  }

  /** The step that leads out of the container at this level; the root's is 0. */
  Step step(int level) {
    return steps.get(level);
  }

  /** The path up to this level, as written. */
  String upTo(int level) {
    StringBuilder path = new StringBuilder("$");
    for (Step step : steps.subList(0, level)) {
      path.append(step.isEach() ? "[*]" : "." + step.name());
    }
    return path.toString();
  }

  /** Whether a container at this level lies inside an element of a list on the path. */
  boolean isInsideEach(int level) {
    return steps.subList(0, level).stream().anyMatch(Step::isEach);
  }
}
