package io.tributary.silver;

import io.tributary.bronze.source.Feed;
import io.tributary.bronze.source.RecordPaths;
import io.tributary.lake.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** SQL that says which values of a record are not what its mapping takes them for. */
final class Unfit {
  private static final String PARSING = "(?si)(to_date|to_timestamp|to_utc_timestamp)\\(.*";

  private Unfit() {}

  /** A text each for the values that keep an expression from giving the field what it takes. */
  static List<String> in(Field field, String expression) {
    String type = field.type().sql();
    List<RecordPaths.Reference> named = RecordPaths.in(expression, type);
    List<String> tests = new ArrayList<>(named(expression, type));
    if (named.isEmpty() || RecordPaths.isPath(expression)) {
      return tests;
    }
    String value = RecordPaths.asText(expression);
    if (expression.strip().matches(PARSING)) {
      RecordPaths.Reference text = named.get(0);
      tests.add(test(text.text(), value, text.path() + " is not in the form expected"));
    } else if (tests.isEmpty() && !field.type().equals(Field.TEXT)) {
      String cast = "try_cast(" + value + " as " + type + ")";
      tests.add(test("cast(" + value + " as string)", cast, field.name() + " is not " + type));
    }
    return tests;
  }

  /** A text each for the values an expression names that are not of their type. */
  static List<String> named(String expression, String type) {
    return RecordPaths.in(expression, type).stream()
        .filter(value -> !value.isText())
        .map(value -> test(value.text(), value.value(), named(value)))
        .toList();
  }

  private static String named(RecordPaths.Reference value) {
    return value.path() + " is not " + value.type().toUpperCase(Locale.ROOT);
  }

  /** A text each for the lists of a feed that are something else, and so would make no rows. */
  static List<String> lists(Feed feed) {
    List<String> tests = new ArrayList<>();
    for (String path : feed.explode()) {
      RecordPaths.Reference list = RecordPaths.list(path);
      String test = test(list.text(), list.value(), list.path() + " is not a list");
      if (list.column().equals("record")) {
        tests.add(test);
      } else {
        String parents = RecordPaths.list(feed.explode().get(0)).value();
        tests.add("array_max(transform(" + parents + ", parent -> " + test + "))");
      }
    }
    return tests;
  }

  private static String test(String text, String value, String message) {
    return "case when "
        + value
        + " is null and nullif(trim("
        + text
        + "), '') is not null then '"
        + message.replace("'", "''")
        + "' end";
  }
}
