package io.tributary.silver.identity.match;

import io.tributary.models.identity.blocking.Blocking;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Blocks, pairs and the largest block of each rule, in a part of all blocks. */
final class BlockCounts {
  private static final int RULES = Blocking.DIVIDED + 1;

  private final long[] blocks = new long[RULES];
  private final long[] pairs = new long[RULES];
  private final long[] largest = new long[RULES];

  private BlockCounts() {}

  /** Counts keys, as {@link Parcels}, into one row of marks, large keys and figures. */
  static List<Row> of(Iterator<Row> keys, int size, int limit) {
    KeyMarks marks = new KeyMarks(size);
    List<Long> large = new ArrayList<>();
    BlockCounts counts = new BlockCounts();
    Parcels.count(
        keys,
        (key, records) -> {
          if (records > 1) {
            marks.add(key);
            counts.add(Blocking.rule(key), records);
          }
          if (records > limit) {
            large.add(key);
          }
        });
    return List.of(
        RowFactory.create(marks.bytes(), Longs.bytes(large), Longs.bytes(counts.figures())));
  }

  static BlockCounts read(long[] figures) {
    BlockCounts counts = new BlockCounts();
    for (int rule = 0; rule < RULES; rule++) {
      counts.blocks[rule] = figures[3 * rule];
      counts.pairs[rule] = figures[3 * rule + 1];
      counts.largest[rule] = figures[3 * rule + 2];
    }
    return counts;
  }

  private void add(int rule, long records) {
    blocks[rule]++;
    pairs[rule] += records * (records - 1) / 2;
    largest[rule] = Math.max(largest[rule], records);
  }

  private List<Long> figures() {
    List<Long> figures = new ArrayList<>(3 * RULES);
    for (int rule = 0; rule < RULES; rule++) {
      figures.add(blocks[rule]);
      figures.add(pairs[rule]);
      figures.add(largest[rule]);
    }
    return figures;
  }

  long blocks(int rule) {
    return blocks[rule];
  }

  long pairs(int rule) {
    return pairs[rule];
  }

  long largest(int rule) {
    return largest[rule];
  }
}
