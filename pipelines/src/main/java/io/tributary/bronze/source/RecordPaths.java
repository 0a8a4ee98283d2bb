package io.tributary.bronze.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notation by which YAML names a value in a record, {@code record:customer.id::bigint}: a
 * column, a path and, if it is not text, a type. A value that is not of its type is null and never
 * an error; {@link #in} tells which values to look at then.
 */
public final class RecordPaths {
  private static final String STEP = "(?:[A-Za-z_$@#][\\w$@#-]*|\\['[^']+'\\]|\\[\\d+\\])";
  private static final Pattern PATH =
      Pattern.compile(
          "\\b(record|item|parent):("
              + STEP
              + "(?:\\.?"
              + STEP
              + ")*)(?:::([a-z]+(?:\\(\\s*\\d+\\s*(?:,\\s*\\d+\\s*)?\\))?))?");
  private static final Pattern PART =
      Pattern.compile("\\['([^']+)'\\]|\\[(\\d+)\\]|([A-Za-z_$@#][\\w$@#-]*)");

  private RecordPaths() {}

  /** A value named in an expression. */
  public record Reference(String column, String path, String type) {

    /** SQL for the value; null when it is absent or not of its type. */
    public String value() {
      return read(type);
    }

    /** SQL for the value's text; null when it is absent. */
    public String text() {
      return read("string");
    }

    private String read(String as) {
      return "try_variant_get(" + column + ", '" + jsonPath(path) + "', '" + as + "')";
    }
  }

  /** An expression as SQL, its values read as text unless they name a type. */
  public static String asText(String expression) {
    return as(expression, "string");
  }

  /** An expression as SQL; one that is nothing but a path is read as {@code type}. */
  public static String as(String expression, String type) {
    Matcher whole = PATH.matcher(expression.strip());
    if (whole.matches()) {
      return reference(whole, type).value();
    }
    Matcher paths = PATH.matcher(expression);
    return paths.replaceAll(path -> Matcher.quoteReplacement(reference(paths, "string").value()));
  }

  /** The values an expression names. */
  public static List<Reference> in(String expression, String type) {
    List<Reference> references = new ArrayList<>();
    Matcher paths = PATH.matcher(expression);
    boolean isWhole = PATH.matcher(expression.strip()).matches();
    while (paths.find()) {
      references.add(reference(paths, isWhole ? type : "string"));
    }
    return references;
  }

  /** SQL for the list at a path, of which each item is a record of its own. */
  public static String list(String path) {
    Matcher whole = PATH.matcher(path.strip());
    if (!whole.matches()) {
      throw new IllegalArgumentException(
          "explode: found '" + path + "'; a path such as record:line_items is allowed");
    }
    return "try_variant_get("
        + whole.group(1)
        + ", '"
        + jsonPath(whole.group(2))
        + "', 'array<variant>')";
  }

  private static Reference reference(Matcher path, String otherwise) {
    String type = path.group(3) == null ? otherwise : path.group(3);
    return new Reference(path.group(1), path.group(2), type);
  }

  private static String jsonPath(String path) {
    Matcher parts = PART.matcher(path);
    StringBuilder json = new StringBuilder("$");
    while (parts.find()) {
      if (parts.group(2) != null) {
        json.append('[').append(parts.group(2)).append(']');
      } else {
        String name = parts.group(1) == null ? parts.group(3) : parts.group(1);
        json.append("[\"").append(name).append("\"]");
      }
    }
    return json.toString();
  }
}
