package io.tributary.bronze.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notation by which YAML names a value in a record, {@code record:customer.id::bigint}: a
 * column, a path and, if it is not text, a type. A value that is not of its type is null and never
 * an error; {@link #in} tells which values to look at then.
 */
public final class RecordPaths {
  private static final String NAME = "[\\p{L}_$@#][\\w$@#]*";
  private static final String BRACKET = "\\['[^']+'\\]|\\[\\d+\\]";

  /** A text literal, which is left as it is, or a path. */
  private static final Pattern PATH =
      Pattern.compile(
          "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\""
              + "|\\b(record|item|parent):((?:%1$s|%2$s)(?:\\.%1$s|\\.?(?:%2$s))*)"
                  .formatted(NAME, BRACKET)
              + "(?:::(\\w+(?:\\(\\s*\\d+\\s*(?:,\\s*\\d+\\s*)?\\))?))?",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern PART =
      Pattern.compile(
          "\\['([^']+)'\\]|\\[(\\d+)\\]|(" + NAME + ")", Pattern.UNICODE_CHARACTER_CLASS);

  private RecordPaths() {}

  /** A value named in an expression. */
  public record Reference(String column, String path, String type) {
    /** SQL for the value; null when it is absent or not of its type. */
    public String value() {
      if (isText() || type.matches("(?i)(variant|array|struct|map).*")) {
        return read(type);
      }
      // Spark makes a new cast for each value it takes from a variant as anything but text.
      String value = "try_cast(" + text() + " as " + type + ")";
      // It takes a lone time for one of today, a lone year for its first day and a number for
      // seconds; none of them is what an export means.
      boolean isTime = type.toLowerCase(Locale.ROOT).matches("date|timestamp.*");
      return isTime ? "if(" + text() + " rlike '^\\\\s*[0-9]{4}-', " + value + ", null)" : value;
    }

    /** SQL for the value's text; null when it is absent. */
    public String text() {
      return read("string");
    }

    /** Whether every value is of the type. */
    public boolean isText() {
      return type.equalsIgnoreCase("string");
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
    String otherwise = isPath(expression) ? type : "string";
    return PATH.matcher(expression)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) == null ? found.group() : reference(found, otherwise).value()));
  }

  /** The values an expression names. */
  public static List<Reference> in(String expression, String type) {
    String otherwise = isPath(expression) ? type : "string";
    return PATH.matcher(expression)
        .results()
        .filter(found -> found.group(1) != null)
        .map(found -> reference(found, otherwise))
        .toList();
  }

  /** Whether an expression is nothing but a path. */
  public static boolean isPath(String expression) {
    Matcher whole = PATH.matcher(expression.strip());
    return whole.matches() && whole.group(1) != null;
  }

  /** The list at a path, of which each item is a record of its own. */
  public static Reference list(String path) {
    if (!isPath(path)) {
      throw new IllegalArgumentException(
          "explode: found '" + path + "'; a path such as record:line_items is allowed");
    }
    Reference named = in(path, "string").get(0);
    return new Reference(named.column(), named.path(), "array<variant>");
  }

  private static Reference reference(MatchResult path, String otherwise) {
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
