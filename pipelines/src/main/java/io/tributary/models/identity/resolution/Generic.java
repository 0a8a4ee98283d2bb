package io.tributary.models.identity.resolution;

import io.tributary.models.identity.compare.Comparison;
import io.tributary.models.identity.linkage.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that stand for nobody though they are meant to: shared by many, or filled in. */
public final class Generic {
  /** An identifier that goes with more names than this is nobody's. */
  public static final int MOST_NAMES = 20;

  /** A date that so many records, and so large a share of all, give is a filler. */
  private static final int FILLER = 50;

  private static final double FILLER_SHARE = 0.002;

  private Generic() {}

  /** How often a value of a field must be met before it is asked whether it is generic. */
  private static long suspicious(Comparison comparison, long records) {
    if (comparison.isIdentifying()) {
      return MOST_NAMES;
    }
    boolean isDate = comparison.contradiction() >= 0;
    return isDate ? Math.max(FILLER, (long) (records * FILLER_SHARE)) : Long.MAX_VALUE;
  }

  /** Whether values of a kind may be generic. */
  public static boolean isAsked(Comparison comparison) {
    return suspicious(comparison, 0) < Long.MAX_VALUE;
  }

  /** Whether a value that so many records with so many different names give is generic. */
  public static boolean isGeneric(Comparison comparison, long givers, long names, long records) {
    return givers > suspicious(comparison, records)
        && (!comparison.isIdentifying() || names > MOST_NAMES);
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
      drop(field, generic(schema, field, texts), texts);
    }
    return table.with(texts);
  }

  private static Set<String> generic(Schema schema, int field, List<String[]> texts) {
    Comparison comparison = schema.columns().get(field).comparison();
    long suspicious = suspicious(comparison, texts.size());
    Map<String, Long> counts = new HashMap<>();
    for (String[] record : texts) {
      if (suspicious < Long.MAX_VALUE && record[field] != null) {
        counts.merge(record[field], 1L, Long::sum);
      }
    }
    counts.values().removeIf(count -> count <= suspicious);
    if (comparison.isIdentifying()) {
      Map<String, Set<String>> names = new HashMap<>();
      for (String[] record : texts) {
        if (counts.containsKey(record[field])) {
          names
              .computeIfAbsent(record[field], none -> new HashSet<>())
              .add(fingerprint(schema, record));
        }
      }
      counts.keySet().removeIf(value -> names.get(value).size() <= MOST_NAMES);
    }
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
