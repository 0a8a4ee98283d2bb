package io.tributary.silver;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Cells;
import io.tributary.bronze.source.Feed;
import io.tributary.bronze.source.Scope;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Field;
import io.tributary.lake.SparkWords;
import io.tributary.lake.TributaryException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether Spark understands the expressions of a source's YAML, asked before a run is planned: one
 * that it does not understand would end the run in the middle.
 */
public final class Expressions {
  private static final String HINT =
      " A value of the record is written as record:NAME, text as \"'TEXT'\".";

  private final Source source;
  private final Dataset<Row> records;

  /** An expression, where it stands, and what is made of it. */
  private record Asked(String place, String expression, String plain, String sql) {}

  private Expressions(Source source, Dataset<Row> records) {
    this.source = source;
    this.records = records;
  }

  /**
   * Refuses the first expression that is none, by its source and its place there.
   *
   * @param nothing any frame of a session that understands SQL as a night's steps do
   */
  public static void check(List<Source> sources, Dataset<Row> nothing) {
    List<Column> columns = new ArrayList<>();
    Records.table("any").fields().forEach(field -> columns.add(empty(field)));
    Stream.of("item_position", "parent_position")
        .map(name -> lit(0).as(name))
        .forEach(columns::add);
    Dataset<Row> records = nothing.select(columns.toArray(Column[]::new));
    Map<String, Mapping> mappings = Mappings.byFeed();
    for (Source source : sources) {
      Expressions expressions = new Expressions(source, records);
      expressions.checkRecord();
      source
          .feeds()
          .forEach(
              (name, ways) -> ways.forEach(way -> expressions.checkFeed(mappings.get(name), way)));
    }
  }

  private static Column empty(Field field) {
    return lit(null).cast(field.type()).as(field.name());
  }

  /** What tells a record from another is asked for as it lands, before it has a key. */
  private void checkRecord() {
    Scope scope = new Cells().record();
    List<Asked> asked = new ArrayList<>();
    source.key().forEach(part -> asked.addAll(text("key", part, scope)));
    source.required().forEach(path -> asked.addAll(text("required", path, scope)));
    asked.addAll(text("version", source.version(), scope));
    asked.addAll(text("window", source.window(), scope));
    ask(
        asked,
        scope,
        records.drop(
            Records.RECORD_KEY.name(),
            Records.UNIT_KEY.name(),
            Records.VERSION.name(),
            Records.CONTENT_HASH.name(),
            Records.RUN.name()));
  }

  private void checkFeed(Mapping mapping, Feed way) {
    Scope scope = new Cells().items(way.explode());
    String feed = "feeds." + mapping.feed();
    List<Asked> asked = new ArrayList<>();
    if (way.where() != null) {
      asked.add(
          asked(
              feed + ".where",
              way.where(),
              scope,
              () -> "if(coalesce(" + scope.asText(way.where()) + ", false), 1, 0)"));
    }
    for (Field field : mapping.fields()) {
      String expression = way.columns().get(field.name());
      if (expression != null) {
        Asked column =
            asked(
                feed + ".columns." + field.name(),
                expression,
                scope,
                () -> Mapping.value(field, expression, scope));
        if (!Mapping.isTyped(expression, field.type().sql())) {
          asked.add(column);
        }
      }
    }
    ask(asked, scope, records);
  }

  /**
   * A path is a text that is there or not; of anything else Spark is asked whether it is a text.
   */
  private List<Asked> text(String place, String expression, Scope scope) {
    if (expression == null) {
      return List.of();
    }
    Asked asked = asked(place, expression, scope, () -> "trim(" + scope.asText(expression) + ")");
    return Mapping.isTyped(expression, "string") ? List.of() : List.of(asked);
  }

  private Asked asked(String place, String expression, Scope scope, Supplier<String> sql) {
    try {
      return new Asked(place, expression, scope.asText(expression), sql.get());
    } catch (Exception fault) {
      // Spark throws checked exceptions that no signature names, here for a type there is not.
      throw refused(place, expression, fault);
    }
  }

  /** All at once, which is cheap, and one by one only to find out which of them it was. */
  private void ask(List<Asked> asked, Scope scope, Dataset<Row> within) {
    if (asked.isEmpty()) {
      return;
    }
    Dataset<Row> frame = scope.over(within);
    try {
      select(frame, asked.stream().map(Asked::sql).toList());
    } catch (Exception fault) {
      asked.forEach(one -> askAlone(one, frame));
      throw fault;
    }
  }

  /** As it is written first: where a parenthesis is missing, what surrounds it would be named. */
  private void askAlone(Asked one, Dataset<Row> frame) {
    try {
      select(frame, List.of(one.plain()));
      select(frame, List.of(one.sql()));
    } catch (Exception fault) {
      throw refused(one.place(), one.expression(), fault);
    }
  }

  /** A plain column comes along, beside which no sum over all records can stand. */
  private static void select(Dataset<Row> frame, Collection<String> expressions) {
    frame.select(
        Stream.concat(
                Stream.of(Records.ACCOUNT.col()),
                expressions.stream().map(expression -> expr(expression)))
            .toArray(Column[]::new));
  }

  private RuntimeException refused(String place, String expression, Exception fault) {
    Optional<String> words =
        fault instanceof IllegalArgumentException
            ? Optional.of(fault.getMessage())
            : SparkWords.in(fault);
    if (words.isEmpty()) {
      return fault instanceof RuntimeException ours ? ours : new IllegalStateException(fault);
    }
    boolean isName = words.get().contains("cannot be resolved");
    return TributaryException.usage(
        "source %s, %s: found '%s', which cannot be read: %s%s"
            .formatted(
                source.name(),
                place,
                expression,
                words.get().replaceFirst(" Did you mean .*", ""),
                isName ? HINT : ""),
        fault);
  }
}
