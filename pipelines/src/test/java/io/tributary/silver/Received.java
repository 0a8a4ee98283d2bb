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
public final class Received {
  private Received() {}

  /** Rows of a bronze table. */
  public static Dataset<Row> records(String text) {
    return Rows.of(Records.table("shop"), text);
  }

  /** A source by how it delivers; its records come with their keys and versions made. */
  public static Source delivering(Delivery delivery, boolean isKeyed) {
    List<String> key = isKeyed ? List.of("record:id") : List.of();
    return source(delivery, key, delivery == Delivery.UPSERT ? "record:version" : null);
  }

  /** A source that tells its records again, with nothing to say which copy is newer. */
  public static Source restating() {
    return source(Delivery.UPSERT, List.of("record:id"), null);
  }

  /** A source that feeds tables. */
  public static Source feeding(Map<String, List<Feed>> feeds, String... required) {
    return source(Delivery.APPEND, List.of(), null, feeds, required);
  }

  private static Source source(Delivery delivery, List<String> key, String version) {
    return source(delivery, key, version, Map.of());
  }

  private static Source source(
      Delivery delivery,
      List<String> key,
      String version,
      Map<String, List<Feed>> feeds,
      String... required) {
    return new Source(
        "shop",
        null,
        null,
        null,
        null,
        FileFormat.of("jsonl"),
        delivery,
        key,
        version,
        delivery == Delivery.WINDOW ? "record:day" : null,
        List.of(required),
        null,
        feeds,
        Map.of(),
        null);
  }
}
