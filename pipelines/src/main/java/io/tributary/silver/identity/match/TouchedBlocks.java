package io.tributary.silver.identity.match;

import io.tributary.lake.DriverRows;
import io.tributary.models.identity.resolution.Linker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** The blocks in which a record stands or stood that is not as it was, and their pairs. */
final class TouchedBlocks {
  private final Linker linker;
  private final ReachedRecords reached;
  private final List<Row> renewed;
  private final TouchedKeys touched;

  TouchedBlocks(Linker linker, ReachedRecords reached) {
    this.linker = linker;
    this.reached = reached;
    renewed =
        reached.renewed().stream()
            .map(row -> Matching.keyed(row, linker, reached.generic()))
            .toList();
    touched = new TouchedKeys(reached.old(), renewed);
  }

  /** The records that are not as they were, as they are, with their blocks. */
  Dataset<Row> renewed(Dataset<Row> beside) {
    return DriverRows.of(renewed, MatchState.PROFILE, beside);
  }

  /**
   * Pairs that are made.
   *
   * @param whole the keys of large blocks, of which all pairs are among them
   * @param held what is kept in memory
   */
  record Made(Dataset<Row> pairs, Set<Long> whole, List<Dataset<Row>> held) {
    /** All pairs: those of the night before that still stand, and these. */
    Dataset<Row> all(Dataset<Row> before, Set<Long> changed) {
      Dataset<Row> standing = Numbers.without(before, ScoredPairs.ONE, changed);
      standing = Numbers.without(standing, ScoredPairs.OTHER, changed);
      return (whole.isEmpty() ? standing : Numbers.without(standing, ScoredPairs.BLOCK_KEY, whole))
          .union(pairs);
    }
  }

  /** The pairs of the blocks that have a record in them that is not as it was. */
  Made pairs(Dataset<Row> unchanged, JavaSparkContext context) {
    RenewedMembers members = new RenewedMembers(linker, reached.generic(), touched, renewed);
    Broadcast<RenewedMembers> shared = context.broadcast(members);
    Dataset<Row> met = held(met(unchanged, shared));
    Set<Long> crowded = members.large();
    crowded.addAll(crowded(met, shared));
    Dataset<Row> pairs =
        pairs(met).union(DriverRows.of(members.pairs(crowded), ScoredPairs.PAIR, unchanged));
    if (crowded.isEmpty()) {
      return new Made(pairs, Set.of(), List.of(met));
    }
    Dataset<Row> others =
        held(new CrowdedBlocks(linker, reached, renewed, crowded).pairs(unchanged, context));
    Dataset<Row> apart = Numbers.without(pairs, ScoredPairs.BLOCK_KEY, crowded);
    return new Made(apart.union(pairs(others)), marked(others), List.of(met, others));
  }

  /** The pairs with those that are as they were, and how many were seen in crowded blocks. */
  private static Dataset<Row> met(Dataset<Row> unchanged, Broadcast<RenewedMembers> members) {
    MapPartitionsFunction<Row, Row> visits =
        rows -> {
          RenewedMembers.Visitors visitors = members.value().new Visitors();
          return Rows.joined(Rows.all(rows, visitors::pairs), () -> visitors.crowds().iterator());
        };
    return unchanged.mapPartitions(visits, Encoders.row(ScoredPairs.PAIR));
  }

  private static Dataset<Row> held(Dataset<Row> rows) {
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static Dataset<Row> pairs(Dataset<Row> made) {
    return made.filter(functions.not(CrowdedBlocks.IS_MARK));
  }

  private static Set<Long> crowded(Dataset<Row> met, Broadcast<RenewedMembers> members) {
    FilterFunction<Row> isCrowded =
        block -> members.value().isCrowded(block.getLong(0), block.getLong(1));
    return keys(
        met.filter(CrowdedBlocks.IS_MARK)
            .groupBy(ScoredPairs.BLOCK_KEY.col())
            .agg(functions.sum(ScoredPairs.EVIDENCE.col()))
            .filter(isCrowded));
  }

  private static Set<Long> marked(Dataset<Row> made) {
    return keys(made.filter(CrowdedBlocks.IS_MARK));
  }

  private static Set<Long> keys(Dataset<Row> blocks) {
    Set<Long> keys = new HashSet<>();
    blocks
        .select(ScoredPairs.BLOCK_KEY.col())
        .collectAsList()
        .forEach(row -> keys.add(row.getLong(0)));
    return keys;
  }
}
