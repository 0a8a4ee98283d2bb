package io.tributary.silver.identity.match;

import io.tributary.lake.Field;
import io.tributary.models.identity.resolution.Linker;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How many records each block holds, counted before any pair is made.
 *
 * @param shared marks the keys that more than one record has
 * @param large the keys of blocks that more records share than are compared each with each
 * @param rules how many blocks and pairs each rule makes
 */
record BlockCensus(KeyMarks shared, Set<Long> large, List<RuleCensus> rules)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final DataType BYTES = DataTypes.BinaryType;
  private static final StructType COUNTED =
      Standardised.row(
          Field.required("marks", BYTES, "Keys that are shared"),
          Field.required("large", BYTES, "Keys of large blocks"),
          Field.required("figures", BYTES, "Counts by rule"));

  /** The blocks of the records under the rules of {@code linker}. */
  static BlockCensus of(Dataset<Row> standardised, Linker linker, long records) {
    int fields = linker.schema().size();
    int size = KeyMarks.size(records);
    int limit = linker.settings().block();
    Dataset<Row> keys =
        Parcels.of(
            standardised, row -> linker.blocking().keys(Packed.unpack(row.getString(2), fields)));
    MapPartitionsFunction<Row, Row> counted = rows -> BlockCounts.of(rows, size, limit).iterator();
    List<Row> parts = keys.mapPartitions(counted, Encoders.row(COUNTED)).collectAsList();
    KeyMarks shared = new KeyMarks(size);
    Set<Long> large = new HashSet<>();
    List<BlockCounts> counts = new ArrayList<>();
    for (Row part : parts) {
      shared.add(part.<byte[]>getAs(0));
      LongStream.of(Longs.of(part.getAs(1))).forEach(large::add);
      counts.add(BlockCounts.read(Longs.of(part.getAs(2))));
    }
    return new BlockCensus(shared, large, RuleCensus.of(linker.blocking(), counts));
  }

  /** The keys under which a record is to meet others; none where it has the block to itself. */
  long[] keys(String[] texts, Linker linker) {
    long[] keys = LongStream.of(linker.blocking().keys(texts)).filter(shared::contains).toArray();
    return linker.blocking().divided(keys, texts);
  }
}
