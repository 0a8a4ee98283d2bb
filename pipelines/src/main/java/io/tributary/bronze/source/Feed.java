package io.tributary.bronze.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a source's records become rows of one silver table.
 *
 * @param explode the path of the list within a record of which each {@code item} makes a row; a
 *     second path names a list within each item, which is then the {@code parent}; none when the
 *     record itself makes a row
 * @param where the condition a row must meet to be made; null for all
 * @param columns each column's expression over {@code record}, {@code item}, {@code account} and
 *     {@code delivery_date}
 */
public record Feed(List<String> explode, String where, Map<String, String> columns) {

  /** Checks that there is something to make. */
  public Feed {
    if (columns == null || columns.isEmpty()) {
      throw new IllegalArgumentException("columns: found none; name each column's expression");
    }
    explode = explode == null ? List.of() : List.copyOf(explode);
    if (explode.size() > 2) {
      throw new IllegalArgumentException(
          "explode: found %d paths; one or two are allowed".formatted(explode.size()));
    }
    for (int depth = 0; depth < explode.size(); depth++) {
      String column = depth == 0 ? "record" : "parent";
      if (!RecordPaths.list(explode.get(depth)).column().equals(column)) {
        throw new IllegalArgumentException(
            "explode: found '%s'; a path that starts with %s: is allowed there"
                .formatted(explode.get(depth), column));
      }
    }
    columns.forEach(
        (name, expression) -> {
          if (expression == null || expression.isBlank()) {
            throw new IllegalArgumentException(
                "columns.%s: is empty; give an expression, or leave the column out"
                    .formatted(name));
          }
        });
    columns = new LinkedHashMap<>(columns);
    checkNamed("where", where, explode.size());
    for (Map.Entry<String, String> column : columns.entrySet()) {
      checkNamed("columns." + column.getKey(), column.getValue(), explode.size());
    }
  }

  /** There is an item only where a list is taken apart, and a parent only where two are. */
  private static void checkNamed(String where, String expression, int depth) {
    if (expression == null) {
      return;
    }
    List<String> allowed = List.of("record", "item", "parent").subList(0, depth + 1);
    for (RecordPaths.Reference named : RecordPaths.in(expression, "string")) {
      if (!allowed.contains(named.column())) {
        throw new IllegalArgumentException(
            "%s: found '%s:%s', but there is no %s here; allowed are %s"
                .formatted(where, named.column(), named.path(), named.column(), allowed));
      }
    }
  }
}
