package io.tributary.models.identity.resolution;

import io.tributary.models.identity.compare.Vocabulary;
import io.tributary.models.identity.linkage.Rarity;
import io.tributary.models.identity.linkage.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts of values and words in records held in memory. */
final class Counting {
  /** Values and words met less often than this share of records are rare alike. */
  private static final double RARE = 2e-5;

  private Counting() {}

  static List<Rarity> rarities(Schema schema, Table table) {
    List<Rarity> rarities = new ArrayList<>();
    long least = least(table.size());
    for (int field = 0; field < schema.size(); field++) {
      Map<String, Long> counts = new HashMap<>();
      for (String[] texts : table.texts()) {
        if (texts[field] != null) {
          counts.merge(texts[field], 1L, Long::sum);
        }
      }
      Rarity.Census census = new Rarity.Census();
      counts.forEach(
          (value, count) -> {
            if (count >= least) {
              census.add(value, count);
            } else {
              census.addUnnamed(count, 1);
            }
          });
      rarities.add(Rarity.of(census, schema.columns().get(field).bands()));
    }
    return rarities;
  }

  static long least(long records) {
    return Math.max(2, (long) (records * RARE));
  }

  static Map<String, Vocabulary> vocabularies(Schema schema, Table table) {
    Map<String, Vocabulary> vocabularies = new HashMap<>();
    for (int field = 0; field < schema.size(); field++) {
      Schema.Column column = schema.columns().get(field);
      if (column.comparison().isWeighted()) {
        vocabularies.put(column.name(), vocabulary(field, table));
      }
    }
    return vocabularies;
  }

  private static Vocabulary vocabulary(int field, Table table) {
    Map<String, Long> counts = new HashMap<>();
    long texts = 0;
    for (String[] record : table.texts()) {
      if (record[field] != null) {
        texts++;
        Set<String> words = new HashSet<>(List.of(record[field].split(" ", -1)));
        words.forEach(word -> counts.merge(word, 1L, Long::sum));
      }
    }
    long least = least(texts);
    counts.values().removeIf(count -> count < least);
    return Vocabulary.of(texts, counts, least);
  }
}
