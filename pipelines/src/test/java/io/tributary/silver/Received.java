package io.tributary.silver;

import io.tributary.Rows;
import io.tributary.bronze.Records;
import io.tributary.bronze.files.FileFormat;
import io.tributary.bronze.source.Delivery;
import io.tributary.bronze.source.Feed;
import io.tributary.bronze.source.Source;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sources and their records for tests that begin where records have landed. */
final class Received {
  private Received() {}

  /** Rows of a bronze table. */
  static Dataset<Row> records(String text) {
    return Rows.of(Records.table("shop"), text);
  }

  /** A source by how it delivers; its records come with their keys made. */
  static Source delivering(Delivery delivery, boolean isKeyed) {
    return source(delivery, isKeyed ? List.of("record:id") : List.of(), List.of(), Map.of());
  }

  /** A source that feeds tables. */
  static Source feeding(Map<String, List<Feed>> feeds, String... required) {
    return source(Delivery.APPEND, List.of(), List.of(required), feeds);
  }

  private static Source source(
      Delivery delivery, List<String> key, List<String> required, Map<String, List<Feed>> feeds) {
    return new Source(
        "shop",
        null,
        null,
        null,
        null,
        FileFormat.of("jsonl"),
        delivery,
        key,
        null,
        delivery == Delivery.WINDOW ? "record:day" : null,
        required,
        null,
        feeds,
        Map.of());
  }
}
