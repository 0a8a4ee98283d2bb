package io.tributary.silver.identity.match;

import io.tributary.lake.DriverRows;
import io.tributary.lake.Field;
import io.tributary.models.identity.blocking.Block;
import io.tributary.models.identity.blocking.Member;
import io.tributary.models.identity.resolution.Linker;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Blocks that may be so large that all their pairs depend on all their records, of which one is not
 * as it was: their records are brought together.
 */
final class CrowdedBlocks {
  /** Whether a row of a block is of a record as it is, and as it was. */
  private enum Part {
    UNCHANGED,
    RENEWED,
    OLD
  }

  private static final StructType MEMBER =
      Standardised.row(
          ScoredPairs.BLOCK_KEY,
          Standardised.ID,
          MatchState.KEYS,
          Standardised.TEXTS,
          Field.required("part", Field.TEXT, "Of which part the record is"));

  /** A pair of number 0 with itself tells of a block of which no pair stands. */
  static final Column IS_MARK = ScoredPairs.ONE.col().equalTo(ScoredPairs.OTHER.col());

  private final Plan plan;
  private final List<Row> old;
  private final List<Row> renewed;

  /** What tasks need; sent to each machine once. */
  private record Plan(Linker linker, Block block, GenericValues generic, Set<Long> keys)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Makes ready.
   *
   * @param renewed the records that are not as they were, as they are, with their blocks
   * @param keys those of the blocks
   */
  CrowdedBlocks(Linker linker, ReachedRecords reached, List<Row> renewed, Set<Long> keys) {
    old = reached.old();
    this.renewed = renewed;
    plan = new Plan(linker, linker.block(), reached.generic(), keys);
  }

  /** The pairs with a record that is not as it was, and all those of large blocks, each marked. */
  Dataset<Row> pairs(Dataset<Row> unchanged, JavaSparkContext context) {
    Broadcast<Plan> shared = context.broadcast(plan);
    MapPartitionsFunction<Row, Row> members =
        rows -> Rows.all(rows, row -> members(row, Part.UNCHANGED, shared.value().keys()));
    MapPartitionsFunction<Row, Row> pairs =
        rows -> Rows.all(Rows.groups(rows), block -> pairs(block, shared.value()));
    List<Row> others =
        Stream.concat(
                old.stream().flatMap(row -> members(row, Part.OLD, plan.keys()).stream()),
                renewed.stream().flatMap(row -> members(row, Part.RENEWED, plan.keys()).stream()))
            .toList();
    return unchanged
        .mapPartitions(members, Encoders.row(MEMBER))
        .union(DriverRows.of(others, MEMBER, unchanged))
        .repartition(functions.col("block_key"))
        .sortWithinPartitions("block_key")
        .mapPartitions(pairs, Encoders.row(ScoredPairs.PAIR));
  }

  private static List<Row> members(Row row, Part part, Set<Long> keys) {
    return LongStream.of(Longs.of(row.getAs(3)))
        .filter(keys::contains)
        .mapToObj(key -> RowFactory.create(key, row.get(1), row.get(3), row.get(2), part.name()))
        .toList();
  }

  private static List<Row> pairs(List<Row> block, Plan plan) {
    long key = block.get(0).getLong(0);
    long before = block.stream().filter(row -> !isOf(Part.RENEWED, row)).count();
    List<Member> members = new ArrayList<>(block.size());
    for (Row row : block) {
      if (!isOf(Part.OLD, row)) {
        members.add(member(row, plan));
      }
    }
    boolean isWhole = plan.block().isLarge(members.size()) || plan.block().isLarge((int) before);
    List<Row> pairs = new ArrayList<>();
    if (isWhole) {
      pairs.add(RowFactory.create(0L, 0L, 0L, key));
    }
    plan.block().compare(key, members, isWhole, ScoredPairs.taken(plan.linker(), key, pairs));
    return pairs;
  }

  private static boolean isOf(Part part, Row row) {
    return row.getString(4).equals(part.name());
  }

  private static Member member(Row row, Plan plan) {
    Linker linker = plan.linker();
    String[] texts =
        plan.generic().without(Packed.unpack(row.getString(3), linker.schema().size()));
    return new Member(
        row.getLong(1), Longs.of(row.getAs(2)), linker.values(texts), isOf(Part.RENEWED, row));
  }
}
