package io.tributary.bronze.source;

import io.tributary.bronze.files.FileFormat;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A source as its YAML is written: one description of the records, and the roads by which they may
 * land.
 *
 * @param connector who lands the files: {@code native}, or one of {@code connectors}
 * @param connectors by name, what is different where that tool lands them
 */
record SourceFile(
    String name,
    String description,
    String files,
    LocalDate delivered,
    String account,
    FileFormat format,
    Delivery delivery,
    List<String> key,
    String version,
    String window,
    List<String> required,
    List<String> pii,
    Map<String, List<Feed>> feeds,
    String connector,
    Map<String, Connector> connectors) {
  private static final String NATIVE = "native";

  Source source() {
    Map<String, Connector> known = connectors == null ? Map.of() : connectors;
    if (connector == null || connector.equals(NATIVE)) {
      return source(new Connector(files, format, account, null, null, null));
    }
    Connector chosen = known.get(connector);
    if (chosen == null) {
      TreeSet<String> allowed = new TreeSet<>(known.keySet());
      allowed.add(NATIVE);
      throw new IllegalArgumentException(
          "connector: found '%s'; allowed are %s".formatted(connector, allowed));
    }
    return source(chosen);
  }

  private Source source(Connector road) {
    Map<String, List<Feed>> translated = new LinkedHashMap<>();
    if (feeds != null) {
      feeds.forEach(
          (table, ways) -> translated.put(table, ways.stream().map(road::translated).toList()));
    }
    return new Source(
        name,
        description,
        road.files() == null ? files : road.files(),
        delivered,
        road.account() == null ? account : road.account(),
        road.format() == null ? format : road.format(),
        delivery,
        road.translated(key),
        road.translated(version),
        road.translated(window),
        road.translated(required),
        road.translated(pii),
        translated,
        road.lists());
  }
}
