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
import io.tributary.silver.typing.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether Spark understands the expressions of the sources' YAML, asked before a run is planned:
 * one that it does not understand would end the run in the middle. Those of all sources that see
 * the same columns are asked for at once, because each question costs more than its expressions.
 */
public final class Expressions {
  private static final String HINT =
      " A value of the record is written as record:NAME, text as \"'TEXT'\".";

  private final Map<String, Mapping> mappings = Mappings.byFeed();
  private final Cells cells = new Cells();
  private final Group landing = new Group(cells.record(), new ArrayList<>());
  private final Map<List<String>, Group> byExploded = new LinkedHashMap<>();

  /** An expression, where it stands, and what is made of it. */
  private record Asked(String place, String expression, String plain, String sql) {}

  /** Expressions that see the same columns. */
  private record Group(Scope scope, List<Asked> asked) {
    void add(String place, String expression, Supplier<String> sql) {
      try {
        asked.add(new Asked(place, expression, scope.asText(expression), sql.get()));
      } catch (Exception fault) {
        // Spark throws checked exceptions that no signature names, here for a type there is not.
        throw refused(place, expression, fault);
      }
    }
  }

  private Expressions() {}

  /**
   * Refuses an expression that is none, by its source and its place there, and a feed that its
   * table cannot take.
   *
   * @param nothing any frame of a session that understands SQL as a night's steps do
   */
  public static void check(List<Source> sources, Dataset<Row> nothing) {
    Expressions all = new Expressions();
    for (Source source : sources) {
      Mappings.check(source);
      all.addRecord(source);
      source.feeds().forEach((name, ways) -> ways.forEach(way -> all.addFeed(source, name, way)));
    }
    Dataset<Row> records = nothing.select(columns());
    // A record is told from others as it lands, before it has what a step makes of its key.
    ask(
        all.landing,
        records.drop(
            Records.RECORD_KEY.name(),
            Records.UNIT_KEY.name(),
            Records.VERSION.name(),
            Records.CONTENT_HASH.name(),
            Records.RUN.name()));
    all.byExploded.values().forEach(group -> ask(group, records));
  }

  private static Column[] columns() {
    Stream<Column> fields =
        Records.table("any").fields().stream()
            .map(field -> lit(null).cast(field.type()).as(field.name()));
    Stream<Column> positions =
        Stream.of("item_position", "parent_position").map(name -> lit(0).as(name));
    return Stream.concat(fields, positions).toArray(Column[]::new);
  }

  private void addRecord(Source source) {
    source.key().forEach(part -> addText(source, "key", part));
    source.required().forEach(path -> addText(source, "required", path));
    Optional.ofNullable(source.version()).ifPresent(text -> addText(source, "version", text));
    Optional.ofNullable(source.window()).ifPresent(text -> addText(source, "window", text));
  }

  private void addText(Source source, String place, String expression) {
    landing.add(
        "source " + source.name() + ", " + place,
        expression,
        () -> "trim(" + landing.scope().asText(expression) + ")");
  }

  private void addFeed(Source source, String name, Feed way) {
    Group group =
        byExploded.computeIfAbsent(
            way.explode(), explode -> new Group(cells.items(explode), new ArrayList<>()));
    String feed = "source " + source.name() + ", feeds." + name;
    if (way.where() != null) {
      group.add(
          feed + ".where",
          way.where(),
          () -> "if(coalesce(" + group.scope().asText(way.where()) + ", false), 1, 0)");
    }
    for (Field field : mappings.get(name).fields()) {
      String expression = way.columns().get(field.name());
      if (expression != null) {
        group.add(
            feed + ".columns." + field.name(),
            expression,
            () -> Mapping.value(field, expression, group.scope()));
      }
    }
  }

  /** All at once, and one by one only to find out which of them it was. */
  private static void ask(Group group, Dataset<Row> records) {
    if (group.asked().isEmpty()) {
      return;
    }
    Dataset<Row> frame = group.scope().over(records);
    try {
      select(frame, group.asked().stream().map(Asked::sql).distinct().toList());
    } catch (Exception fault) {
      group.asked().forEach(one -> askAlone(one, frame));
      throw fault;
    }
  }

  /** As it is written first: where a parenthesis is missing, what surrounds it would be named. */
  private static void askAlone(Asked one, Dataset<Row> frame) {
    try {
      select(frame, List.of(one.plain()));
      select(frame, List.of(one.sql()));
    } catch (Exception fault) {
      throw refused(one.place(), one.expression(), fault);
    }
  }

  /** A plain column comes along, beside which no sum over all records can stand. */
  private static void select(Dataset<Row> frame, List<String> expressions) {
    Stream<Column> asked = expressions.stream().map(expression -> expr(expression));
    frame.select(Stream.concat(Stream.of(Records.ACCOUNT.col()), asked).toArray(Column[]::new));
  }

  private static RuntimeException refused(String place, String expression, Exception fault) {
    Optional<String> words =
        fault instanceof IllegalArgumentException
            ? Optional.of(fault.getMessage())
            : SparkWords.in(fault);
    if (words.isEmpty()) {
      return fault instanceof RuntimeException ours ? ours : new IllegalStateException(fault);
    }
    boolean isName = words.get().contains("cannot be resolved");
    return TributaryException.usage(
        "%s: found '%s', which cannot be read: %s%s"
            .formatted(
                place,
                expression,
                words.get().replaceFirst(" Did you mean .*", ""),
                isName ? HINT : ""),
        fault);
  }
}
