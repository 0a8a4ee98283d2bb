package io.tributary.silver.typing;

import io.tributary.bronze.source.Cells;
import io.tributary.bronze.source.Feed;
import io.tributary.bronze.source.RecordPaths;
import io.tributary.bronze.source.Scope;
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
  /** The field of a made row that tells of the values which were not of their type. */
  private static final String UNFIT = "_unfit";

  private static final Pattern WORD_OR_LITERAL = Pattern.compile("'[^']*'|\\w+");

  public static Mapping of(String feed, Field... fields) {
    return new Mapping(feed, List.of(fields), List.of());
  }

  public Mapping check(Check... more) {
    return new Mapping(feed, fields, Arrays.asList(more));
  }

  public Mapping and(Check one) {
    List<Check> all = new ArrayList<>(checks);
    all.add(one);
    return new Mapping(feed, fields, List.copyOf(all));
  }

  /** All that decides which rows it takes; what a column means in words does not. */
  public String rules() {
    return feed
        + fields.stream()
            .map(field -> field.name() + " " + field.type().sql() + " " + field.nullable())
            .toList()
        + checks;
  }

  /** The name of the typed frame's column that holds the rows a record makes. */
  public String column() {
    return "feed_" + feed;
  }

  /** Refuses columns the table does not have, and a feed without those it must have. */
  public void checkColumns(String source, List<Feed> feeds) {
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
  String rows(List<Feed> feeds, Cells cells) {
    String rows = feeds.stream().map(feed -> rows(feed, cells)).collect(Collectors.joining(", "));
    return feeds.size() == 1 ? rows : "concat(" + rows + ")";
  }

  private String rows(Feed yaml, Cells cells) {
    Scope scope = cells.items(yaml.explode());
    String row = row(yaml, scope);
    String isMade = isMade(yaml, scope);
    if (yaml.explode().isEmpty()) {
      return "if(" + isMade + ", array(" + row + "), array())";
    }
    int depth = yaml.explode().size();
    String items = scope.list(RecordPaths.list(yaml.explode().get(depth - 1)));
    if (yaml.where() != null) {
      items = "filter(" + items + ", item -> " + isMade + ")";
    }
    String rows =
        "coalesce(transform(" + items + ", (item, item_position) -> " + row + "), array())";
    if (depth == 1) {
      return rows;
    }
    return "flatten(coalesce(transform("
        + scope.list(RecordPaths.list(yaml.explode().get(0)))
        + ", (parent, parent_position) -> "
        + rows
        + "), array()))";
  }

  /** A condition on a value that cannot be read decides nothing: the row is made, to be told. */
  private static String isMade(Feed yaml, Scope scope) {
    if (yaml.where() == null) {
      return "true";
    }
    String where = "coalesce(" + scope.asText(yaml.where()) + ", false)";
    List<String> unfit = Unfit.named(yaml.where(), "string", scope);
    return unfit.isEmpty()
        ? where
        : "(" + where + " or coalesce(" + String.join(", ", unfit) + ") is not null)";
  }

  private String row(Feed yaml, Scope scope) {
    List<String> parts = new ArrayList<>();
    for (Field field : fields) {
      parts.add("'" + field.name() + "'");
      parts.add(value(field, yaml.columns().getOrDefault(field.name(), "null"), scope));
    }
    parts.add("'" + UNFIT + "'");
    parts.add(Reasons.of(unfit(yaml, scope)));
    return "named_struct(" + String.join(", ", parts) + ")";
  }

  /** SQL for what an expression gives a field: a value of the field's type, or null. */
  public static String value(Field field, String expression, Scope scope) {
    String type = field.type().sql();
    String value = scope.as(expression, type);
    boolean isTyped =
        RecordPaths.isPath(expression)
            && RecordPaths.in(expression, type).get(0).type().equalsIgnoreCase(type);
    return isTyped ? value : "try_cast(" + value + " as " + type + ")";
  }

  private List<String> unfit(Feed yaml, Scope scope) {
    Set<String> tests = new LinkedHashSet<>();
    if (yaml.where() != null) {
      tests.addAll(Unfit.named(yaml.where(), "string", scope));
    }
    for (Field field : fields) {
      String expression = yaml.columns().get(field.name());
      if (expression != null) {
        tests.addAll(Unfit.in(field, expression, scope));
      }
    }
    return List.copyOf(tests);
  }

  /** SQL for why the rows a record made are not fit, as {@link Reasons}. */
  String reasons(List<Feed> feeds) {
    boolean isOneRow = feeds.size() == 1 && feeds.get(0).explode().isEmpty();
    // What asks of each row by a function is evaluated without being compiled.
    return isOneRow
        ? ofRow("get(" + column() + ", 0)")
        : Reasons.of(List.of("transform(" + column() + ", made -> " + ofRow("made") + ")"));
  }

  private String ofRow(String made) {
    List<String> tests = new ArrayList<>();
    tests.add(made + "." + UNFIT);
    for (Field field : fields) {
      if (field.type().equals(Field.INSTANT)) {
        tests.add(outOfTime(made, field));
      }
      if (!field.nullable()) {
        tests.add(missing(made, field));
      }
    }
    for (Check check : checks) {
      tests.add(
          "case when not ("
              + ofMade(made, check.condition())
              + ") then '"
              + feed
              + ": broken rule: "
              + check.name().replace("'", "''")
              + "' end");
    }
    return "if(" + made + " is null, null, " + Reasons.of(tests) + ")";
  }

  /**
   * Counts of nanoseconds taken for microseconds end far from any year of business, some where no
   * local time reaches. Days are left alone: 9999-12-31 is a common way to say that there is no
   * end.
   */
  private String outOfTime(String made, Field instant) {
    return "case when %5$s.%1$s < timestamp'%2$s' or %5$s.%1$s >= timestamp'%3$s' then '%4$s.%1$s is not between 1900 and 2199' end"
        .formatted(instant.name(), Field.FIRST_DAY, Field.END_DAY, feed, made);
  }

  private String missing(String made, Field field) {
    String value = made + "." + field.name();
    return "case when "
        + (field.type().equals(Field.TEXT) ? "nullif(trim(" + value + "), '')" : value)
        + " is null then '"
        + feed
        + "."
        + field.name()
        + " is missing' end";
  }

  private String ofMade(String made, String condition) {
    Matcher words = WORD_OR_LITERAL.matcher(condition);
    return words.replaceAll(
        word -> {
          boolean isColumn = fields.stream().anyMatch(field -> field.name().equals(word.group()));
          return Matcher.quoteReplacement((isColumn ? made + "." : "") + word.group());
        });
  }
}
