package io.tributary.bronze.source;

import io.tributary.bronze.files.FileFormat;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
    SortedMap<String, Connector> roads = roads();
    String chosen = connector == null ? NATIVE : connector;
    if (!roads.containsKey(chosen)) {
      throw new IllegalArgumentException(
          "connector: found '%s'; allowed are %s".formatted(chosen, roads.keySet()));
    }
    SortedMap<String, Source> others = new TreeMap<>();
    roads.forEach((road, how) -> others.put(road, source(how, null)));
    checkApart(others);
    others.remove(chosen);
    return source(roads.get(chosen), others);
  }

  private SortedMap<String, Connector> roads() {
    SortedMap<String, Connector> roads = new TreeMap<>();
    if (connectors != null) {
      roads.putAll(connectors);
    }
    if (format != null || roads.isEmpty()) {
      roads.put(NATIVE, new Connector(files, format, account, null, null, null));
    }
    return roads;
  }

  /** A record is read by the road on which it landed, which its file's path tells. */
  private static void checkApart(SortedMap<String, Source> roads) {
    Map<String, String> taken = new HashMap<>();
    roads.forEach(
        (road, source) -> {
          String other = taken.put(source.files(), road);
          if (other != null) {
            throw new IllegalArgumentException(
                "connectors: %s and %s both land in '%s'; give each its own files:"
                    .formatted(other, road, source.files()));
          }
        });
  }

  private Source source(Connector road, SortedMap<String, Source> others) {
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
        road.lists(),
        others);
  }
}
