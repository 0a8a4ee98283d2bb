package io.tributary.silver.identity.match;

import io.tributary.lake.Field;
import io.tributary.models.identity.blocking.Block;
import io.tributary.models.identity.blocking.Member;
import io.tributary.models.identity.resolution.Linker;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.CollectionAccumulator;

/**
 * The pairs of records that may be one person.
 *
 * <p>Pairs are made, compared and scored where the records of a block come together, and only those
 * that may be one person leave that place: what is moved is records, never pairs.
 */
final class ScoredPairs {
  static final Field ONE = Field.required("one", Field.LONG, "The smaller id of a pair");
  static final Field OTHER = Field.required("other", Field.LONG, "The greater id of a pair");
  static final Field EVIDENCE =
      Field.required("evidence", Field.LONG, "How the records compare, four bits a field");

  static final Field BLOCK_KEY =
      Field.required("block_key", Field.LONG, "The key of the block in which they meet first");

  static final StructType PAIR = Standardised.row(ONE, OTHER, EVIDENCE, BLOCK_KEY);
  private static final StructType MEMBER =
      Standardised.row(
          BLOCK_KEY,
          Standardised.ID,
          Field.required("keys", DataTypes.BinaryType, "The keys of the record"),
          Standardised.TEXTS);

  private ScoredPairs() {}

  /** What tasks need to make the pairs; sent to each machine once. */
  record Plan(Linker linker, BlockCensus census, Block block) implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The pairs of all records.
   *
   * @param crowded hears of blocks in which not all meet; of one that is made again more than once
   */
  static Dataset<Row> of(
      Dataset<Row> standardised,
      Broadcast<Plan> plan,
      CollectionAccumulator<CrowdedBlock> crowded) {
    MapPartitionsFunction<Row, Row> members =
        rows -> Rows.all(rows, row -> members(row, plan.value()));
    MapPartitionsFunction<Row, Row> pairs =
        rows -> Rows.all(Rows.groups(rows), block -> pairs(block, plan.value(), crowded));
    return standardised
        .mapPartitions(members, Encoders.row(MEMBER))
        .repartition(functions.col("block_key"))
        .sortWithinPartitions("block_key")
        .mapPartitions(pairs, Encoders.row(PAIR));
  }

  private static List<Row> members(Row row, Plan plan) {
    String packed = row.getString(2);
    String[] texts = Packed.unpack(packed, plan.linker().schema().size());
    long[] keys = plan.census().keys(texts, plan.linker());
    byte[] bytes = Longs.bytes(keys);
    return LongStream.of(keys)
        .mapToObj(key -> RowFactory.create(key, row.getLong(1), bytes, packed))
        .toList();
  }

  private static List<Row> pairs(
      List<Row> block, Plan plan, CollectionAccumulator<CrowdedBlock> crowded) {
    if (block.size() < 2) {
      return List.of();
    }
    Linker linker = plan.linker();
    List<Member> members = new ArrayList<>(block.size());
    for (Row row : block) {
      String[] texts = Packed.unpack(row.getString(3), linker.schema().size());
      members.add(new Member(row.getLong(1), Longs.of(row.getAs(2)), linker.values(texts)));
    }
    List<Row> pairs = new ArrayList<>();
    long key = block.get(0).getLong(0);
    if (plan.block().isLarge(members.size())) {
      String[] texts = Packed.unpack(block.get(0).getString(3), linker.schema().size());
      crowded.add(CrowdedBlock.of(key, texts, members.size(), linker.blocking()));
    }
    plan.block().compare(key, members, taken(linker, key, pairs));
    return pairs;
  }

  /** Takes the pairs of a block that may be one person. */
  static Block.Pairs taken(Linker linker, long key, List<Row> pairs) {
    double look = linker.look();
    return (one, other, evidence) -> {
      if (linker.model().odds(evidence) >= look) {
        pairs.add(RowFactory.create(one.id(), other.id(), evidence, key));
      }
    };
  }

  /** The pairs in few rows of bytes, to be collected. */
  static Dataset<Row> inBulk(Dataset<Row> pairs) {
    MapPartitionsFunction<Row, Row> bulk = ScoredPairs::bulk;
    return pairs.mapPartitions(
        bulk,
        Encoders.row(
            Standardised.row(Field.required("pairs", DataTypes.BinaryType, "Three numbers each"))));
  }

  private static Iterator<Row> bulk(Iterator<Row> pairs) {
    List<Long> numbers = new ArrayList<>();
    while (pairs.hasNext()) {
      Row pair = pairs.next();
      numbers.add(pair.getLong(0));
      numbers.add(pair.getLong(1));
      numbers.add(pair.getLong(2));
    }
    return List.of(RowFactory.create((Object) Longs.bytes(numbers))).iterator();
  }
}
