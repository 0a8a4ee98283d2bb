package io.tributary.bronze.source;

import io.tributary.bronze.files.FileFormat;
import io.tributary.bronze.source.RecordPaths.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How another tool lands the records of a source: where, and under which names.
 *
 * @param files where its files land, apart from those of every other road
 * @param format the form of its files; as the source says when left out
 * @param account the account of files whose path does not tell it
 * @param under the path below which the record itself lies, such as {@code _airbyte_data}
 * @param paths for values that it gives another name or form, the source's path and the expression
 *     over its own record, such as {@code record:created_at: record:createdAt}
 * @param lists lists of a record that it lands as tables of their own
 */
public record Connector(
    String files,
    FileFormat format,
    String account,
    String under,
    Map<String, String> paths,
    Map<String, ChildList> lists) {

  /** Fills in what is left out and checks that each name is a path. */
  public Connector {
    paths = paths == null ? Map.of() : new LinkedHashMap<>(paths);
    lists = lists == null ? Map.of() : new LinkedHashMap<>(lists);
    for (String path : paths.keySet()) {
      if (!RecordPaths.isPath(path)) {
        throw new IllegalArgumentException(
            "paths: found '%s'; a path such as record:created_at is allowed".formatted(path));
      }
    }
  }

  /** An expression over the source's own record as one over the record that lands here. */
  String translated(String expression) {
    return expression == null ? null : RecordPaths.replaced(expression, "string", this::value);
  }

  List<String> translated(List<String> expressions) {
    return expressions == null ? null : expressions.stream().map(this::translated).toList();
  }

  Feed translated(Feed feed) {
    Map<String, String> columns = new LinkedHashMap<>();
    feed.columns().forEach((name, expression) -> columns.put(name, translated(expression)));
    return new Feed(translated(feed.explode()), translated(feed.where()), columns);
  }

  private String value(Reference value) {
    String own = value.column() + ":" + value.path();
    String here = paths.getOrDefault(own, isUnder(value) ? below(value) : own);
    if (value.isText()) {
      return RecordPaths.isPath(here) ? here : "(" + here + ")";
    }
    return RecordPaths.isPath(here)
        ? here + "::" + value.type()
        : "try_cast((" + here + ") as " + value.type() + ")";
  }

  private boolean isUnder(Reference value) {
    return under != null && value.column().equals("record");
  }

  private String below(Reference value) {
    return "record:" + under + "." + value.path();
  }
}
