package io.tributary.jobs.nights;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.tributary.bronze.source.Delivery;
import io.tributary.bronze.source.Source;
import io.tributary.lake.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Records in whose place a later delivery puts others. They are found in what landed, by what each
 * source says of its deliveries and not by what silver made of it.
 */
final class Replaced {
  private Replaced() {}

  /** Their places, such as {@code meta_ads/2026-06-17/home.json.gz#7}. */
  static Set<String> places(SampleHouse house, Path sources) throws IOException {
    try (Stream<Path> files = Files.list(sources)) {
      String all =
          files
              .sorted()
              .map(file -> YamlFile.read(file, Source.class))
              .filter(source -> source.delivery() != Delivery.APPEND)
              .map(Replaced::records)
              .collect(joining(" union all "));
      List<String[]> found =
          house.rows("select file, position from (" + all + ") where is_replaced", 2);
      return found.stream()
          .map(row -> SpoiledRecord.place(house.below(row[0]), row[1]))
          .collect(toSet());
    }
  }

  private static String records(Source source) {
    return "select file, position, %s as is_replaced from bronze.%s left anti join ops.quarantine using (file, position)"
        .formatted(isReplaced(source), source.name());
  }

  private static String isReplaced(Source source) {
    if (source.delivery() != Delivery.UPSERT) {
      return "delivery_date < max(delivery_date) over (partition by unit_key)";
    }
    return source.version() != null
        ? "version < max(version) over (partition by record_key)"
        : "delivery_date < max(delivery_date) over (partition by record_key)"
            + " and content_hash <> max_by(content_hash, delivery_date)"
            + " over (partition by record_key)";
  }
}
