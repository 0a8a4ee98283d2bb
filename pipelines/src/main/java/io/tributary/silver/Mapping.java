package io.tributary.silver;

import io.tributary.bronze.source.Feed;
import io.tributary.bronze.source.RecordPaths;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.TributaryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a source's YAML may say for one silver table, and the SQL that says it of a record.
 *
 * @param feed the name of the feed, as in YAML
 * @param fields the columns it may give; those that are not nullable it must give
 * @param checks rules on these columns; a row that breaks one sets its record aside
 */
public record Mapping(String feed, List<Field> fields, List<Check> checks) {
  /** The field of a made row that lists the values which were not of their type. */
  private static final String UNFIT = "_unfit";

  private static final Pattern WORD_OR_LITERAL = Pattern.compile("'[^']*'|\\w+");

  public static Mapping of(String feed, Field... fields) {
    return new Mapping(feed, List.of(fields), List.of());
  }

  public Mapping check(Check... more) {
    return new Mapping(feed, fields, Arrays.asList(more));
  }

  Mapping and(Check one) {
    List<Check> all = new ArrayList<>(checks);
    all.add(one);
    return new Mapping(feed, fields, List.copyOf(all));
  }

  /** The name of the typed frame's column that holds the rows a record makes. */
  String column() {
    return "feed_" + feed;
  }

  /** Refuses columns the table does not have, and a feed without those it must have. */
  void checkColumns(String source, List<Feed> feeds) {
    feeds.forEach(feed -> checkColumns(source, feed));
  }

  private void checkColumns(String source, Feed yaml) {
    Set<String> known = fields.stream().map(Field::name).collect(Collectors.toSet());
    for (String column : yaml.columns().keySet()) {
      if (!known.contains(column)) {
        throw TributaryException.usage(
            "source %s, feeds.%s.columns: unknown column '%s'; allowed are %s"
                .formatted(source, feed, column, names(fields)));
      }
    }
    List<Field> missing =
        fields.stream()
            .filter(field -> !field.nullable() && !yaml.columns().containsKey(field.name()))
            .toList();
    if (!missing.isEmpty()) {
      throw TributaryException.usage(
          "source %s, feeds.%s.columns: %s missing".formatted(source, feed, names(missing)));
    }
  }

  private static String names(List<Field> fields) {
    return fields.stream().map(Field::name).collect(Collectors.joining(", "));
  }

  /** SQL for the rows one record makes: an array of structs. */
  String rows(List<Feed> feeds) {
    return "concat(" + feeds.stream().map(this::rows).collect(Collectors.joining(", ")) + ")";
  }

  private String rows(Feed yaml) {
    String row = row(yaml);
    String where = yaml.where() == null ? "true" : RecordPaths.asText(yaml.where());
    if (yaml.explode().isEmpty()) {
      return "filter(array(" + row + "), made -> " + where + ")";
    }
    String innermost = RecordPaths.list(yaml.explode().get(yaml.explode().size() - 1));
    String items = "filter(" + innermost + ", item -> " + where + ")";
    String rows =
        "coalesce(transform(" + items + ", (item, item_position) -> " + row + "), array())";
    if (yaml.explode().size() == 1) {
      return rows;
    }
    String parents = RecordPaths.list(yaml.explode().get(0));
    return "flatten(coalesce(transform("
        + parents
        + ", (parent, parent_position) -> "
        + rows
        + "), array()))";
  }

  private String row(Feed yaml) {
    List<String> parts = new ArrayList<>();
    for (Field field : fields) {
      String expression = yaml.columns().getOrDefault(field.name(), "null");
      String type = field.type().sql();
      parts.add("'" + field.name() + "'");
      parts.add("try_cast(" + RecordPaths.as(expression, type) + " as " + type + ")");
    }
    parts.add("'" + UNFIT + "'");
    parts.add("array_compact(array(" + String.join(", ", unfit(yaml)) + "))");
    return "named_struct(" + String.join(", ", parts) + ")";
  }

  private List<String> unfit(Feed yaml) {
    Set<String> tests = new LinkedHashSet<>();
    tests.add("cast(null as string)");
    for (Field field : fields) {
      String expression = yaml.columns().get(field.name());
      if (expression != null) {
        tests.addAll(unfit(field, expression));
      }
    }
    return List.copyOf(tests);
  }

  private static List<String> unfit(Field field, String expression) {
    List<RecordPaths.Reference> named = RecordPaths.in(expression, field.type().sql());
    List<String> tests = new ArrayList<>();
    for (RecordPaths.Reference value : named) {
      if (!value.type().equalsIgnoreCase("string") && !value.type().startsWith("ARRAY")) {
        tests.add(test(value.text(), value.value(), value.path() + " is not " + value.type()));
      }
    }
    boolean isParsed =
        expression.strip().matches("(?s)(to_date|to_timestamp|to_utc_timestamp)\\(.*");
    if (isParsed && !named.isEmpty()) {
      RecordPaths.Reference text = named.get(0);
      String value = RecordPaths.asText(expression);
      tests.add(test(text.text(), value, text.path() + " is not in the form expected"));
    }
    return tests;
  }

  private static String test(String text, String value, String message) {
    return "case when nullif(trim("
        + text
        + "), '') is not null and "
        + value
        + " is null then '"
        + message.replace("'", "''")
        + "' end";
  }

  /** SQL for why the rows a record made are not fit, one text each; empty when they are. */
  String reasons() {
    List<String> tests = new ArrayList<>();
    for (Field field : fields) {
      if (!field.nullable()) {
        tests.add(
            "case when made."
                + field.name()
                + " is null then '"
                + feed
                + "."
                + field.name()
                + " is missing' end");
      }
    }
    for (Check check : checks) {
      tests.add(
          "case when not ("
              + ofMade(check.condition())
              + ") then '"
              + feed
              + ": "
              + check.name().replace("'", "''")
              + "' end");
    }
    tests.add("cast(null as string)");
    return "flatten(transform("
        + column()
        + ", made -> concat(made."
        + UNFIT
        + ", array_compact(array("
        + String.join(", ", tests)
        + ")))))";
  }

  private String ofMade(String condition) {
    Matcher words = WORD_OR_LITERAL.matcher(condition);
    return words.replaceAll(
        word -> {
          boolean isColumn = fields.stream().anyMatch(field -> field.name().equals(word.group()));
          return Matcher.quoteReplacement((isColumn ? "made." : "") + word.group());
        });
  }
}
