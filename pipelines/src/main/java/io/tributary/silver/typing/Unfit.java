package io.tributary.silver.typing;

import io.tributary.bronze.source.Cells;
import io.tributary.bronze.source.Feed;
import io.tributary.bronze.source.RecordPaths;
import io.tributary.bronze.source.RecordPaths.Reference;
import io.tributary.bronze.source.Scope;
import io.tributary.lake.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** SQL that says which values of a record are not what its mapping takes them for. */
public final class Unfit {
  private static final String PARSING = "(?si)(to_date|to_timestamp|to_utc_timestamp)\\(.*";

  private Unfit() {}

  /** A text each for the values that keep an expression from giving the field what it takes. */
  static List<String> in(Field field, String expression, Scope scope) {
    String type = field.type().sql();
    List<Reference> named = RecordPaths.in(expression, type);
    List<String> tests = new ArrayList<>(named(expression, type, scope));
    if (named.isEmpty() || RecordPaths.isPath(expression)) {
      return tests;
    }
    String value = scope.asText(expression);
    if (expression.strip().matches(PARSING)) {
      Reference text = named.get(0);
      String message = text.path() + " is not in the form expected";
      tests.add(when(isLost(scope.value(text.asText()), value), message));
    } else if (tests.isEmpty() && !field.type().equals(Field.TEXT)) {
      String cast = "try_cast(" + value + " as " + type + ")";
      String text = "cast(" + value + " as string)";
      tests.add(when(isLost(text, cast), field.name() + " is not " + type));
    }
    return tests;
  }

  /** A text each for the values an expression names that are not of their type. */
  static List<String> named(String expression, String type, Scope scope) {
    return RecordPaths.in(expression, type).stream()
        .filter(value -> !value.isText())
        .map(value -> when(scope.isUnfit(value), named(value)))
        .toList();
  }

  private static String named(Reference value) {
    return value.path() + " is not " + value.type().toUpperCase(Locale.ROOT);
  }

  /** A text each for the lists of a feed that are something else, and so would make no rows. */
  static List<String> lists(Feed feed, Cells cells) {
    Scope scope = cells.items(feed.explode());
    List<String> tests = new ArrayList<>();
    for (String path : feed.explode()) {
      Reference list = RecordPaths.list(path);
      String test = when(scope.isNoList(list), list.path() + " is not a list");
      if (list.column().equals("record")) {
        tests.add(test);
      } else {
        String parents = scope.list(RecordPaths.list(feed.explode().get(0)));
        tests.add("array_max(transform(" + parents + ", parent -> " + test + "))");
      }
    }
    return tests;
  }

  private static String isLost(String text, String value) {
    return value + " is null and nullif(trim(" + text + "), '') is not null";
  }

  private static String when(String condition, String message) {
    return "case when " + condition + " then '" + message.replace("'", "''") + "' end";
  }
}
