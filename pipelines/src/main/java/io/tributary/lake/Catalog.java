package io.tributary.lake;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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
  private final PublishedSet published;

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
    String rows =
        shown(table)
            .map(ShownTable::query)
            .orElseGet(() -> "SELECT %s WHERE false".formatted(columns(table)));
    session.sql("CREATE OR REPLACE VIEW %s AS %s".formatted(table.qualifiedName(), rows));
  }

  private static String columns(Table table) {
    return table.fields().stream()
        .map(field -> "CAST(NULL AS %s) AS `%s`".formatted(field.type().sql(), field.name()))
        .collect(Collectors.joining(", "));
  }

  /** The rows a reader sees; none when the table was never written. */
  public Dataset<Row> read(Table table) {
    return shown(table)
        .map(ShownTable::rows)
        .orElseGet(() -> house.readAt(session, table, NEVER_WRITTEN));
  }

  private Optional<ShownTable> shown(Table table) {
    return published
        .shown(table)
        .or(() -> latest(table))
        .map(shown -> new ShownTable(house, session, table, shown));
  }

  private Optional<PublishedSet.Shown> latest(Table table) {
    OptionalLong version = house.version(table);
    return version.isPresent()
        ? Optional.of(new PublishedSet.Shown(version.getAsLong(), Map.of()))
        : Optional.empty();
  }

  /** The version a reader sees, held brands apart; empty when the table was never written. */
  public OptionalLong version(Table table) {
    return published
        .shown(table)
        .map(shown -> OptionalLong.of(shown.version()))
        .orElseGet(() -> house.version(table));
  }
}
