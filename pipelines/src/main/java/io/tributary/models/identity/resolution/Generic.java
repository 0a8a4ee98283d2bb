package io.tributary.models.identity.resolution;

import io.tributary.models.identity.compare.Comparison;
import io.tributary.models.identity.linkage.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Values that stand for nobody though they are meant to: shared by many, or filled in. */
public final class Generic {
  /** An identifier that goes with more names than this is nobody's. */
  public static final int MOST_NAMES = 20;

  private Generic() {}

  /** How many records give a value, and with how many different names. */
  public record Givers(long records, long names) {}

  /** Whether values of a kind may be generic. */
  public static boolean isAsked(Comparison comparison) {
    return comparison.isIdentifying() || comparison.hasFillers();
  }

  /**
   * Which values of a field are generic.
   *
   * @param values those that are asked about; where one is among them, so are its peers
   * @param records how many records decide how common a value may be
   */
  public static Set<String> among(Comparison comparison, Map<String, Givers> values, long records) {
    if (comparison.isIdentifying()) {
      return values.entrySet().stream()
          .filter(value -> value.getValue().records() > MOST_NAMES)
          .filter(value -> value.getValue().names() > MOST_NAMES)
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }
    Map<String, Long> counts = new HashMap<>();
    values.forEach((value, givers) -> counts.put(value, givers.records()));
    return Fillers.among(comparison, counts, records);
  }

  /**
   * What tells one person's records from another's, roughly: the whole values that are personal.
   */
  public static String fingerprint(Schema schema, String[] texts) {
    StringBuilder fingerprint = new StringBuilder();
    for (int field = 0; field < texts.length; field++) {
      Schema.Column column = schema.columns().get(field);
      if (column.isPersonal() && !column.comparison().isIdentifying() && texts[field] != null) {
        fingerprint.append(texts[field]).append('|');
      }
    }
    return fingerprint.toString();
  }

  static Table dropped(Schema schema, Table table) {
    List<String[]> texts = new ArrayList<>(table.texts());
    for (int field = 0; field < schema.size(); field++) {
      if (isAsked(schema.columns().get(field).comparison())) {
        drop(field, generic(schema, field, texts), texts);
      }
    }
    return table.with(texts);
  }

  private static Set<String> generic(Schema schema, int field, List<String[]> texts) {
    Comparison comparison = schema.columns().get(field).comparison();
    Map<String, Long> counts = new HashMap<>();
    for (String[] record : texts) {
      if (record[field] != null) {
        counts.merge(record[field], 1L, Long::sum);
      }
    }
    if (!comparison.isIdentifying()) {
      return Fillers.among(comparison, counts, texts.size());
    }
    counts.values().removeIf(count -> count <= MOST_NAMES);
    Map<String, Set<String>> names = new HashMap<>();
    for (String[] record : texts) {
      if (counts.containsKey(record[field])) {
        names
            .computeIfAbsent(record[field], none -> new HashSet<>())
            .add(fingerprint(schema, record));
      }
    }
    counts.keySet().removeIf(value -> names.get(value).size() <= MOST_NAMES);
    return counts.keySet();
  }

  private static void drop(int field, Set<String> generic, List<String[]> texts) {
    for (int record = 0; record < texts.size() && !generic.isEmpty(); record++) {
      if (generic.contains(texts.get(record)[field])) {
        String[] without = texts.get(record).clone();
        without[field] = null;
        texts.set(record, without);
      }
    }
  }
}
