package io.tributary.bronze.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notation by which YAML names a value in a record, {@code record:customer.id::bigint}: a
 * column, a path and, if it is not text, a type. A path leads through fields, places in a list
 * ({@code lines[0]}) and elements chosen by what one of their fields says ({@code
 * params[key=page].value}).
 */
public final class RecordPaths {
  private static final String NAME = "[\\p{L}_$@#][\\w$@#]*";
  private static final String BRACKET = "\\['[^']+'\\]|\\[\\d+\\]|\\[\\w+=[^\\]]+\\]";

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
          "\\['([^']+)'\\]|\\[(\\d+)\\]|\\[(\\w+)=([^\\]]+)\\]|(" + NAME + ")",
          Pattern.UNICODE_CHARACTER_CLASS);

  private RecordPaths() {}

  /** A value named in an expression. */
  public record Reference(String column, String path, String type) {
    /** Whether every value is of the type. */
    public boolean isText() {
      return type.equalsIgnoreCase("string");
    }

    /** The same value as text. */
    public Reference asText() {
      return new Reference(column, path, "string");
    }

    /** Whether text stands for a day or an instant. */
    boolean isTime() {
      return type.toLowerCase(Locale.ROOT).matches("date|timestamp.*");
    }

    /** The way to the value: the name of each field, the place or choice of each element. */
    List<Object> steps() {
      List<Object> steps = new ArrayList<>();
      Matcher parts = PART.matcher(path);
      while (parts.find()) {
        if (parts.group(2) != null) {
          steps.add(Integer.valueOf(parts.group(2)));
        } else if (parts.group(3) != null) {
          steps.add(new Choice(parts.group(3), parts.group(4)));
        } else {
          steps.add(parts.group(1) == null ? parts.group(5) : parts.group(1));
        }
      }
      return steps;
    }
  }

  /**
   * An expression with something else in the place of each value it names; one that is nothing but
   * a path is of the type given, other values are text unless they name a type.
   */
  static String replaced(String expression, String type, Function<Reference, String> by) {
    String otherwise = isPath(expression) ? type : "string";
    return PATH.matcher(expression)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) == null
                        ? found.group()
                        : by.apply(reference(found, otherwise))));
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
    return in(path, "string").get(0);
  }

  private static Reference reference(MatchResult path, String otherwise) {
    String type = path.group(3) == null ? otherwise : path.group(3);
    return new Reference(path.group(1), path.group(2), type);
  }
}
