package io.tributary.silver.admission;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Lake;
import io.tributary.lake.ops.Files;
import io.tributary.lake.ops.Runs;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Files of earlier runs that were not read, because the same bytes had landed before; asked for
 * once in a run for all sources.
 */
public final class EarlierCopies {
  private List<Copy> known = List.of();
  private long run = -1;

  private record Copy(long run, String source, String file, String hash, Date delivered) {}

  /** Lines of the books that are not of copies. */
  Column isNone(Source source, Lake lake) {
    Object[] copies =
        of(source, lake).map(copy -> struct(lit(copy.run()), lit(copy.file()))).toArray();
    return copies.length == 0
        ? lit(true)
        : not(struct(Runs.RUN.col(), Files.FILE.col()).isin(copies));
  }

  /**
   * Records of a source whose newer deliveries replace older ones, each as of the latest delivery
   * of its file's bytes: a delivery in between, which comes late, must not replace what came again
   * after it.
   */
  Dataset<Row> dated(Dataset<Row> records, Source source, Lake lake) {
    Map<String, Date> last = new TreeMap<>();
    if (source.delivery().replacesUnits()) {
      of(source, lake)
          .forEach(copy -> last.merge(copy.hash(), copy.delivered(), EarlierCopies::later));
    }
    if (last.isEmpty()) {
      return records;
    }
    Column[] dates =
        Stream.concat(
                Stream.of(Records.DELIVERY_DATE.col()),
                last.entrySet().stream()
                    .map(
                        copy ->
                            when(
                                Records.FILE_HASH.col().equalTo(copy.getKey()),
                                lit(copy.getValue()))))
            .toArray(Column[]::new);
    return records.withColumn(Records.DELIVERY_DATE.name(), array_max(array_compact(array(dates))));
  }

  private static Date later(Date one, Date other) {
    return one.before(other) ? other : one;
  }

  private Stream<Copy> of(Source source, Lake lake) {
    return all(lake).stream().filter(copy -> copy.source().equals(source.name()));
  }

  private synchronized List<Copy> all(Lake lake) {
    if (run != lake.run()) {
      run = lake.run();
      known = lake.existedBefore(Runs.TABLE) ? look(lake) : List.of();
    }
    return known;
  }

  private static List<Copy> look(Lake lake) {
    return lake
        .before(Runs.TABLE)
        .where(Runs.COPIES.col().isNotNull().and(Runs.EVENT.col().equalTo("planned")))
        .select(Runs.RUN.col(), Runs.COPIES.col(), explode(Runs.FILES.col()).as("landed"))
        .select(
            Runs.RUN.col(),
            col("landed.source"),
            col("landed.path"),
            expr("copies[landed.path]").as("hash"),
            col("landed.delivered"))
        .where(col("hash").isNotNull())
        .collectAsList()
        .stream()
        .map(
            row ->
                new Copy(
                    row.getLong(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getDate(4)))
        .toList();
  }
}
