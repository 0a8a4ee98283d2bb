package io.tributary.lake;

import static org.apache.spark.sql.functions.max;

import io.tributary.lake.ops.Published;
import io.tributary.lake.ops.Runs;
import java.sql.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The versions of the tables that readers see together. */
final class PublishedSet {
  /** The column by which the rows of held brands are told from others. */
  private static final String BRAND = "brand";

  /** A version before the first: what is held there has no rows. */
  private static final long NEVER = -1;

  /** Before the first night. */
  static final PublishedSet NONE = new PublishedSet(Map.of());

  private final Map<String, Shown> tables;

  private PublishedSet(Map<String, Shown> tables) {
    this.tables = tables;
  }

  /**
   * What readers see of a table.
   *
   * @param held the versions of which they see the brands that are held
   */
  record Shown(long version, Map<String, Long> held) {
    private long of(String brand) {
      return held.getOrDefault(brand, version);
    }

    private long oldest() {
      return held.values().stream().filter(at -> at >= 0).reduce(version, Math::min);
    }
  }

  /** The set that was published last; empty before the first. */
  static PublishedSet last(Lakehouse house, SparkSession session) {
    Dataset<Row> published = house.read(session, Published.TABLE);
    Dataset<Row> latest = published.agg(max(Runs.RUN.col()).as("latest"));
    Map<String, Shown> tables = new TreeMap<>();
    published
        .join(latest, published.col(Runs.RUN.name()).equalTo(latest.col("latest")))
        .select(Published.TABLE_NAME.col(), Published.VERSION.col(), Published.HELD.col())
        .collectAsList()
        .forEach(
            row -> {
              Map<String, Long> held = row.isNullAt(2) ? Map.of() : row.getJavaMap(2);
              tables.put(row.getString(0), new Shown(row.getLong(1), new TreeMap<>(held)));
            });
    return new PublishedSet(tables);
  }

  Optional<Shown> shown(Table table) {
    return Optional.ofNullable(tables.get(table.qualifiedName()));
  }

  /** By table the oldest version of which readers see rows. */
  Map<String, Long> oldest() {
    Map<String, Long> oldest = new TreeMap<>();
    tables.forEach((table, shown) -> oldest.put(table, shown.oldest()));
    return oldest;
  }

  /** The books' row of a table in the set after this one, where held brands stay as they are. */
  Row next(RunPlan plan, Table table, long version, Set<String> heldBrands) {
    Map<String, Long> held = new TreeMap<>();
    if (table.layer() == Layer.GOLD && hasBrands(table)) {
      heldBrands.forEach(
          brand -> held.put(brand, shown(table).map(shown -> shown.of(brand)).orElse(NEVER)));
    }
    return RowFactory.create(
        plan.number(),
        Date.valueOf(plan.asOf()),
        table.qualifiedName(),
        version,
        held.isEmpty() ? null : held);
  }

  private static boolean hasBrands(Table table) {
    return table.fields().stream().anyMatch(field -> field.name().equals(BRAND));
  }
}
