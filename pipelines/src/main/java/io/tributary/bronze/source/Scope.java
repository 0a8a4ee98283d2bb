package io.tributary.bronze.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tributary.bronze.source.RecordPaths.Reference;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What {@code record}, {@code item} and {@code parent} stand for in the expressions of a feed. */
public final class Scope {
  private final Map<String, Place> places;

  /** SQL for a row of cells, and what it holds. */
  record Place(String sql, CellRow row) {
    String cell(int place) {
      return sql + "." + CellRow.name(place);
    }
  }

  Scope(Map<String, Place> places) {
    this.places = places;
  }

  /** An expression as SQL, its values read as text unless they name a type. */
  public String asText(String expression) {
    return as(expression, "string");
  }

  /** An expression as SQL; one that is nothing but a path is read as {@code type}. */
  public String as(String expression, String type) {
    return RecordPaths.replaced(expression, type, this::value);
  }

  /** SQL for the value; null when it is absent or not of its type. */
  public String value(Reference value) {
    Place place = place(value);
    CellNode node = place.row().at(value);
    if (value.isText()) {
      return place.cell(node.text(place.row()));
    }
    return value.type().equalsIgnoreCase("variant")
        ? place.cell(node.variant(place.row()))
        : place.cell(node.typed(place.row(), value));
  }

  /** SQL for whether there is text that is not of the value's type; null when it is absent. */
  public String isUnfit(Reference value) {
    Place place = place(value);
    return place.cell(place.row().at(value).typed(place.row(), value) + 1);
  }

  /** SQL for the items of a list; null when there is none. */
  public String list(Reference list) {
    Place place = place(list);
    return place.cell(place.row().at(list).list(place.row()));
  }

  /** SQL for whether there is something that is no list; null when it is absent. */
  public String isNoList(Reference list) {
    Place place = place(list);
    return place.cell(place.row().at(list).list(place.row()) + 1);
  }

  /** The records with a column, empty, for each row of cells that SQL of this scope names. */
  public Dataset<Row> over(Dataset<Row> records) {
    Stream<Column> cells =
        places.values().stream().map(place -> lit(null).cast(place.row().type()).as(place.sql()));
    return records.select(Stream.concat(Stream.of(col("*")), cells).toArray(Column[]::new));
  }

  private Place place(Reference value) {
    Place place = places.get(value.column());
    if (place == null) {
      throw new IllegalArgumentException(
          "%s:%s stands where there is no %s; allowed are %s"
              .formatted(value.column(), value.path(), value.column(), places.keySet()));
    }
    return place;
  }
}
