package io.tributary.silver.identity.match;

import io.tributary.lake.DriverRows;
import io.tributary.models.identity.Hash;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.models.identity.resolution.Learned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The records that are not as they were: they changed, or a value of theirs began or ceased to
 * stand for nobody.
 *
 * @param ids by number
 * @param old those that were there, as they were
 * @param renewed those that are there, as they are
 * @param generic the values that stand for nobody now
 */
record ReachedRecords(Set<Long> ids, List<Row> old, List<Row> renewed, GenericValues generic) {

  /**
   * What a change of records reaches.
   *
   * @param rows the records that are new or changed
   * @param keys the keys of all that are new, changed or gone
   */
  static ReachedRecords of(
      MatchState before, Schema schema, Learned learned, Dataset<Row> rows, Set<String> keys) {
    Set<Long> ids = keys.stream().map(Hash::of).collect(Collectors.toCollection(HashSet::new));
    List<Row> renewed = Standardised.of(rows, schema).collectAsList();
    List<Row> old = Numbers.among(before.profiles(), Standardised.ID, ids).collectAsList();
    GenericRecount recount =
        GenericRecount.of(
            schema, Stream.concat(old.stream(), renewed.stream()).map(of(schema)::texts).toList());
    Dataset<Row> unchanged = Numbers.without(before.profiles(), Standardised.ID, ids);
    JavaSparkContext context = DriverRows.context(unchanged);
    recount.count(unchanged, context);
    recount.count(renewed.stream().map(of(schema)::texts).toList());
    GenericValues earlier = GenericValues.read(before.generic(), schema);
    GenericValues generic = recount.standing(earlier, learned.records());
    ReachedRecords reached =
        new ReachedRecords(ids, new ArrayList<>(old), new ArrayList<>(renewed), generic);
    GenericValues flipped = generic.difference(earlier);
    if (!flipped.isNone()) {
      reached.addCarriers(unchanged, context.broadcast(flipped), schema.size());
    }
    return reached;
  }

  private static Unpacking of(Schema schema) {
    return new Unpacking(schema.size());
  }

  /** The texts of a row, so many of them. */
  private record Unpacking(int fields) {
    String[] texts(Row row) {
      return Packed.unpack(row.getString(2), fields);
    }
  }

  private void addCarriers(Dataset<Row> unchanged, Broadcast<GenericValues> flipped, int fields) {
    FilterFunction<Row> carries =
        row -> flipped.value().isIn(Packed.unpack(row.getString(2), fields));
    for (Row carrier : unchanged.filter(carries).collectAsList()) {
      ids.add(carrier.getLong(1));
      old.add(carrier);
      renewed.add(RowFactory.create(carrier.get(0), carrier.get(1), carrier.get(2)));
    }
  }
}
