package io.tributary.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.tributary.bronze.Records;
import io.tributary.lake.FewRows;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import io.tributary.silver.admission.Arrivals;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How a table of profiles takes what arrives: of several records on one profile, the latest. */
final class ProfileRows {
  private final Table table;
  private final Arrivals.Made made;

  ProfileRows(Table table, Arrivals.Made made) {
    this.table = table;
    this.made = made;
  }

  void write(Lake lake, Arrivals arrivals) {
    Optional<Dataset<Row>> mapped = arrivals.rows();
    if (mapped.isEmpty()) {
      return;
    }
    Column key = coalesce(Profiles.PROFILE_KEY.col(), Records.RECORD_KEY.col());
    Dataset<Row> keyed = mapped.get().withColumn(Records.RECORD_KEY.name(), key);
    // Made once, though its keys are asked for several times.
    Dataset<Row> fresh = latest(table.select(made.of(keyed))).localCheckpoint(/* eager */ false);
    if (!lake.existedBefore(table)) {
      lake.append(table, fresh);
      return;
    }
    Dataset<Row> keys = FewRows.of(fresh.select(Records.RECORD_KEY.col()));
    Dataset<Row> known = lake.before(table).join(keys, Records.RECORD_KEY.name(), "left_semi");
    Dataset<Row> touched = keys;
    if (arrivals.fallen().isPresent()) {
      Dataset<Row> fallen = arrivals.fallen().get();
      known = known.join(fallen, Records.RECORD_KEY.name(), "left_anti");
      touched = keys.union(fallen).distinct();
    }
    Dataset<Row> whole = latest(fresh.union(table.select(known)));
    lake.replace(table, whole, touched, Records.RECORD_KEY);
  }

  /** One row a profile: the one changed last, known since the first. */
  static Dataset<Row> latest(Dataset<Row> rows) {
    Column whole = struct(Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new));
    Column last = struct(CustomerRecord.UPDATED_AT.col(), whole);
    String since = CustomerRecord.SIGNED_UP_AT.name();
    boolean isDated = List.of(rows.columns()).contains(since);
    Dataset<Row> latest =
        rows.groupBy(Records.RECORD_KEY.col().as("of_profile"))
            .agg(
                max_by(whole, last).as("made"),
                (isDated ? min(col(since)) : functions.lit(null)).as("known_since"));
    Dataset<Row> profiles = latest.select("made.*", "known_since");
    return (isDated ? profiles.withColumn(since, col("known_since")) : profiles)
        .drop("known_since");
  }
}
