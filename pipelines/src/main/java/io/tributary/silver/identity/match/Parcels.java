package io.tributary.silver.identity.match;

import io.tributary.lake.Field;
import io.tributary.models.identity.Hash;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Numbers that are sent to be counted, many to a row: each is eight bytes on its way, where a row
 * of its own would be several times that and would be looked up in a table of all.
 */
final class Parcels {
  private static final StructType ROW =
      Standardised.row(
          Field.required("part", Field.LONG, "Equal numbers are of one part"),
          Field.required("numbers", DataTypes.BinaryType, "Eight bytes each"));

  /** Each part is sorted in memory, so there are many. */
  private static final int PARTS = 64;

  /** So many numbers of a part are sent as one row, which keeps memory bounded. */
  private static final int FULL = 1 << 13;

  private Parcels() {}

  /** Gives the numbers of a row. */
  @FunctionalInterface
  interface Source extends Serializable {
    long[] of(Row row);
  }

  /** Takes a number and how many times it was given. */
  @FunctionalInterface
  interface Taker {
    void take(long number, long times);
  }

  /** The numbers of all rows, where equal ones are in one partition. */
  static Dataset<Row> of(Dataset<Row> rows, Source numbers) {
    MapPartitionsFunction<Row, Row> packed = of -> packed(of, numbers);
    return rows.mapPartitions(packed, Encoders.row(ROW))
        .repartition(functions.col("part"))
        .sortWithinPartitions("part");
  }

  private static Iterator<Row> packed(Iterator<Row> rows, Source numbers) {
    long[][] parts = new long[PARTS][FULL];
    int[] sizes = new int[PARTS];
    Iterator<Row> full =
        Rows.all(
            rows,
            row -> {
              List<Row> sent = new ArrayList<>(0);
              for (long number : numbers.of(row)) {
                int part = (int) (Hash.mixed(number) & (PARTS - 1));
                parts[part][sizes[part]++] = number;
                if (sizes[part] == FULL) {
                  sent.add(row(part, parts[part]));
                  sizes[part] = 0;
                }
              }
              return sent;
            });
    return Rows.joined(full, () -> left(parts, sizes));
  }

  private static Iterator<Row> left(long[][] parts, int[] sizes) {
    return IntStream.range(0, PARTS)
        .filter(part -> sizes[part] > 0)
        .mapToObj(part -> row(part, Arrays.copyOf(parts[part], sizes[part])))
        .iterator();
  }

  private static Row row(long part, long[] numbers) {
    return RowFactory.create(part, Longs.bytes(numbers));
  }

  /** The numbers that are given more than so many times, each once. */
  static Dataset<Long> oftener(Dataset<Row> rows, Source numbers, long times) {
    MapPartitionsFunction<Row, Long> oftener =
        parcels -> {
          List<Long> found = new ArrayList<>();
          count(
              parcels,
              (number, given) -> {
                if (given > times) {
                  found.add(number);
                }
              });
          return found.iterator();
        };
    return of(rows, numbers).mapPartitions(oftener, Encoders.LONG());
  }

  /** Counts the numbers of a partition. */
  static void count(Iterator<Row> parcels, Taker taker) {
    Rows.groups(parcels).forEachRemaining(part -> count(part, taker));
  }

  private static void count(List<Row> part, Taker taker) {
    long[] numbers =
        part.stream()
            .flatMapToLong(parcel -> LongStream.of(Longs.of(parcel.getAs(1))))
            .sorted()
            .toArray();
    int start = 0;
    for (int at = 1; at <= numbers.length; at++) {
      if (at == numbers.length || numbers[at] != numbers[start]) {
        taker.take(numbers[start], at - start);
        start = at;
      }
    }
  }
}
