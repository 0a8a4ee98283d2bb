package io.tributary.lake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table as readers see it: at one version, but for brands that a gate holds at earlier ones. */
final class ShownTable {
  private final Lakehouse house;
  private final SparkSession session;
  private final Table table;
  private final PublishedSet.Shown shown;

  ShownTable(Lakehouse house, SparkSession session, Table table, PublishedSet.Shown shown) {
    this.house = house;
    this.session = session;
    this.table = table;
    this.shown = shown;
  }

  Dataset<Row> rows() {
    return shown.held().isEmpty()
        ? house.readAt(session, table, shown.version())
        : table.align(session.sql(query()));
  }

  /** The same rows as a query, for a view. */
  String query() {
    String latest = select("*", shown.version());
    if (shown.held().isEmpty()) {
      return latest;
    }
    String brands =
        shown.held().keySet().stream().map(ShownTable::literal).collect(Collectors.joining(", "));
    Stream<String> held =
        shown.held().entrySet().stream()
            .filter(entry -> entry.getValue() >= 0)
            .map(
                entry ->
                    select(columns(entry.getValue()), entry.getValue())
                        + " WHERE brand = "
                        + literal(entry.getKey()));
    return Stream.concat(
            Stream.of(latest + " WHERE brand IS NULL OR brand NOT IN (" + brands + ")"), held)
        .collect(Collectors.joining(" UNION ALL "));
  }

  private String select(String columns, long version) {
    return "SELECT %s FROM delta.`%s` VERSION AS OF %d"
        .formatted(columns, house.path(table), version);
  }

  /** The columns of the latest version, those that an earlier one lacks as nulls. */
  private String columns(long earlier) {
    Set<String> known = Set.copyOf(names(earlier));
    return names(shown.version()).stream()
        .map(name -> known.contains(name) ? "`" + name + "`" : "NULL AS `" + name + "`")
        .collect(Collectors.joining(", "));
  }

  private List<String> names(long version) {
    return List.of(house.snapshot(session, table, version).schema().fieldNames());
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
