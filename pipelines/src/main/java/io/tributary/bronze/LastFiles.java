package io.tributary.bronze;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import io.tributary.bronze.files.FileAudit;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Lake;
import io.tributary.lake.ops.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The last good file of each kind that landed before a run; asked for once for all sources. */
final class LastFiles {
  private final Map<String, List<Row>> bySource = new HashMap<>();
  private long run = -1;

  /**
   * The headers of a source's last files; one tidied away since has nothing to be compared with.
   */
  List<Header> headers(Source source, Lake lake) {
    List<Header> headers = new ArrayList<>();
    for (Row last : of(source, lake)) {
      String file = last.getString(1);
      List<String> names = FileAudit.names(() -> lake.storage().open(file), source.format());
      if (!names.isEmpty()) {
        headers.add(new Header(file, last.getDate(0).toLocalDate(), names));
      }
    }
    return headers;
  }

  private synchronized List<Row> of(Source source, Lake lake) {
    if (run != lake.run()) {
      run = lake.run();
      bySource.clear();
      look(lake);
    }
    return bySource.getOrDefault(source.name(), List.of());
  }

  private void look(Lake lake) {
    if (!lake.existedBefore(Files.TABLE)) {
      return;
    }
    lake.before(Files.TABLE)
        .where(Files.DEFECT.col().isNull())
        .groupBy(Files.SOURCE.col(), expr("replace(file, cast(delivered as string), '*')"))
        .agg(max(struct(Files.DELIVERED.col(), Files.FILE.col())).as("last"))
        .select(Files.SOURCE.col(), expr("last.*"))
        .collectAsList()
        .forEach(
            row ->
                bySource
                    .computeIfAbsent(row.getString(0), none -> new ArrayList<>())
                    .add(RowFactory.create(row.get(1), row.get(2))));
  }
}
