package io.tributary.lake;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The names under which SQL sees the lakehouse, {@code layer.table}, in one session's catalog. */
public final class Catalog {
  private static final long NEVER_WRITTEN = -1;

  private final Lakehouse house;
  private final SparkSession session;
  private final Map<String, Long> published;

  /** The catalog of a session, which shows the tables of the last published set. */
  public Catalog(Lakehouse house, SparkSession session) {
    this.house = house;
    this.session = session;
    this.published = new RunBook(house).published();
  }

  /**
   * Names tables at their published version, or at the latest where none is published, as with the
   * books themselves; a table that was never written has no rows.
   */
  public void name(Collection<Table> tables) {
    tables.stream()
        .map(table -> table.layer().schema())
        .distinct()
        .forEach(schema -> session.sql("CREATE DATABASE IF NOT EXISTS " + schema));
    tables.forEach(this::name);
  }

  private void name(Table table) {
    OptionalLong version = version(table);
    String rows =
        version.isPresent()
            ? "SELECT * FROM delta.`%s` VERSION AS OF %d"
                .formatted(house.path(table), version.getAsLong())
            : "SELECT %s WHERE false".formatted(columns(table));
    session.sql("CREATE OR REPLACE VIEW %s AS %s".formatted(table.qualifiedName(), rows));
  }

  private static String columns(Table table) {
    return table.fields().stream()
        .map(field -> "CAST(NULL AS %s) AS `%s`".formatted(field.type().sql(), field.name()))
        .collect(Collectors.joining(", "));
  }

  /** The rows a reader sees; none when the table was never written. */
  public Dataset<Row> read(Table table) {
    return house.readAt(session, table, version(table).orElse(NEVER_WRITTEN));
  }

  /** The version a reader sees; empty when the table was never written. */
  public OptionalLong version(Table table) {
    Long version = published.get(table.qualifiedName());
    return version == null ? house.version(table) : OptionalLong.of(version);
  }
}
