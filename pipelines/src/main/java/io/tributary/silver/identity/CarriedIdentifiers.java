package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import io.tributary.bronze.Records;
import io.tributary.lake.FewRows;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import io.tributary.silver.CustomerRecord;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The identifiers of a night. What is told of a value depends on all who carry it, so where few
 * profiles changed, the values that these carry or carried are told of anew, and the others stand.
 *
 * @param all those of all profiles
 * @param reached the profiles that they may tie otherwise than before, some more than once; null
 *     where that is unknown
 * @param change what is told of anew; null where all is
 * @param held what is kept in memory until the night is written
 */
record CarriedIdentifiers(
    Dataset<Row> all, Dataset<Row> reached, Change change, List<Dataset<Row>> held)
    implements AutoCloseable {
  private static final String VALUE = Identifiers.VALUE_HASH.name();
  private static final String KEY = Records.RECORD_KEY.name();

  /** The rows of some values, which stand for all that were told of them before. */
  private record Change(Dataset<Row> rows, Dataset<Row> values) {}

  /** The identifiers of all profiles, whatever was told of them before. */
  static CarriedIdentifiers ofAll(Lake lake, Resolution.Rules rules) {
    Dataset<Row> all = held(identifiers(lake.read(CustomerRecord.TABLE), rules));
    return new CarriedIdentifiers(all, null, null, List.of(all));
  }

  /** The same where few profiles changed. */
  static CarriedIdentifiers of(Lake lake, ChangedProfiles changed, Resolution.Rules rules) {
    Dataset<Row> before = lake.before(Identifiers.TABLE);
    Dataset<Row> profiles = lake.read(CustomerRecord.TABLE);
    Dataset<Row> arrived = identifiers(changed.of(lake, CustomerRecord.TABLE), rules);
    Dataset<Row> values =
        FewRows.of(changed.among(before).select(VALUE).union(arrived.select(VALUE)).distinct());
    Dataset<Row> told = held(before.join(values, VALUE, "left_semi"));
    Dataset<Row> carriers = FewRows.of(told.select(KEY).union(changed.rows()).distinct());
    Dataset<Row> rows =
        held(
            identifiers(profiles.join(carriers, KEY, "left_semi"), rules)
                .join(values, VALUE, "left_semi"));
    return new CarriedIdentifiers(
        before.join(values, VALUE, "left_anti").unionByName(rows),
        reached(told, rows),
        new Change(rows, values),
        List.of(told, rows));
  }

  private static Dataset<Row> identifiers(Dataset<Row> profiles, Resolution.Rules rules) {
    return Identifiers.of(profiles, rules.tying());
  }

  private static Dataset<Row> held(Dataset<Row> rows) {
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Who carries a value that ties or tied somebody, or that says more of them or less. */
  private static Dataset<Row> reached(Dataset<Row> before, Dataset<Row> now) {
    Column isUsable = Identifiers.IS_USABLE.col();
    return before
        .unionByName(now)
        .groupBy(Identifiers.TABLE.keyColumns())
        .agg(
            max(Identifiers.IS_LINKING.col()).as("is_tying"),
            not(min(isUsable).equalTo(max(isUsable))).as("is_flipped"))
        .filter("is_tying or is_flipped")
        .select(KEY);
  }

  /** Writes what is told of anew. */
  void write(Lake lake) {
    Table table = Identifiers.TABLE;
    if (change == null) {
      lake.overwrite(table, all);
    } else {
      lake.replace(table, change.rows(), change.values(), Identifiers.VALUE_HASH);
    }
  }

  @Override
  public void close() {
    held.forEach(Dataset::unpersist);
  }
}
