package io.tributary.jobs.night;

import io.tributary.jobs.settings.Owners;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every table with its meaning, lineage and owner, from the declarations that make it. */
public record Dictionary(List<Entry> entries) {

  /**
   * A table and where its rows come from.
   *
   * @param origin the tables it is made from, or what else it comes from, in words
   * @param owner who answers for it
   */
  public record Entry(Table table, String origin, String owner) {
    public String key() {
      return names(table.key());
    }

    public boolean isInKey(Field field) {
      return table.key().contains(field);
    }
  }

  public static Dictionary of(List<Step> steps, Owners owners) {
    List<Table> tables = Pipelines.tables(steps);
    Map<Table, Step> makers = new LinkedHashMap<>();
    steps.stream()
        // A list of a source may lie in a table of its own, by a tool that lands nothing here.
        .map(step -> step.reading(step.reads().stream().filter(tables::contains).toList()))
        .forEach(step -> step.writes().forEach(table -> makers.put(table, step)));
    owners.requireTables(tables);
    return new Dictionary(
        tables.stream()
            .map(table -> new Entry(table, origin(table, makers.get(table)), owners.of(table)))
            .toList());
  }

  /** The entry of a table, by its name with or without its layer. */
  public Entry entry(String name) {
    return entries.stream()
        .filter(
            entry ->
                Stream.of(entry.table().name(), entry.table().qualifiedName())
                    .anyMatch(name::equals))
        .findFirst()
        .orElseThrow(
            () ->
                TributaryException.usage(
                    "There is no table '%s'. There are: %s.".formatted(name, tableNames())));
  }

  /** Entries that share their columns, as all bronze tables do, belong together. */
  public List<List<Entry>> families() {
    Map<List<Field>, List<Entry>> families =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.table().fields(), LinkedHashMap::new, Collectors.toList()));
    return List.copyOf(families.values());
  }

  /** A rule in words. */
  static String words(Check check) {
    return "%s: `%s` (%s)"
        .formatted(
            check.name().replace('_', ' '),
            check.condition(),
            switch (check.level()) {
              case WARN -> "warns";
              case QUARANTINE -> "sets the record aside";
              case FAIL -> "stops the table";
            });
  }

  private static String origin(Table table, Step maker) {
    if (maker == null) {
      return switch (table.layer()) {
        case OPS -> "the books every run keeps";
        case GOVERNANCE -> "`tributary assumptions set`";
        default -> "several steps";
      };
    }
    if (maker.source() != null) {
      return "the exports of " + maker.source();
    }
    return maker.reads().stream().map(Table::qualifiedName).collect(Collectors.joining(", "));
  }

  private String tableNames() {
    return entries.stream()
        .map(entry -> entry.table().qualifiedName())
        .collect(Collectors.joining(", "));
  }

  private static String names(List<Field> fields) {
    return fields.stream().map(Field::name).collect(Collectors.joining(", "));
  }
}
