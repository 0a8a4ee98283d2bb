package io.tributary.silver.identity;

import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.CustomerRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;

/** How many profiles of each brand belong to people whom more than one source knows. */
public final class MatchRates {
  public static final Field BRAND =
      optional("brand", TEXT, "The brand that holds the profiles; null for the enterprise");
  public static final Field SOURCES =
      required("sources", LONG, "Sources that know customers of the brand");
  public static final Field PROFILES = required("profiles", LONG, "Profiles of the brand");
  public static final Field IDENTIFIED =
      required("identified", LONG, "Profiles that carry an identifier by which to know them again");
  public static final Field MATCHED =
      required("matched", LONG, "Those among them whose person two sources know");
  public static final Field MATCH_RATE =
      optional(
          "match_rate",
          DOUBLE,
          "Matched of identified; null where one source alone knows the brand, or nothing is"
              + " identified");

  public static final Table TABLE =
      Table.silver(
              "match_rates",
              "One row per brand, and one for the enterprise.",
              BRAND,
              SOURCES,
              PROFILES,
              IDENTIFIED,
              MATCHED,
              MATCH_RATE)
          .key(BRAND);

  private MatchRates() {}

  /** The figures of a brand; of the enterprise where it is null. */
  record Rate(String brand, long sources, long profiles, long identified, long matched) {
    /** Whether there is anything to match with. */
    boolean isApplicable() {
      return sources > 1 && identified > 0;
    }

    double share() {
      return (double) matched / identified;
    }

    Row row() {
      Double rate = isApplicable() ? Math.round(share() * 1e4) / 1e4 : null;
      return RowFactory.create(brand, sources, profiles, identified, matched, rate);
    }
  }

  /** The brands by name, then the enterprise. */
  static List<Rate> of(
      Dataset<Row> customerRecord, Dataset<Row> identifiers, Dataset<Row> identityLinks) {
    Column person = IdentityLinks.MASTER_CUSTOMER_ID.col();
    Column known = size(collect_set(Records.SOURCE.col()).over(Window.partitionBy(person))).gt(1);
    Column isIdentified = coalesce(col("is_identified"), lit(false));
    List<Row> brands =
        customerRecord
            .select(Records.RECORD_KEY.col(), Records.SOURCE.col(), CustomerRecord.BRAND.col())
            .join(identityLinks.select(Records.RECORD_KEY.col(), person), Records.RECORD_KEY.name())
            .join(identified(identifiers), Records.RECORD_KEY.name(), "left")
            .withColumn("is_known", known)
            .groupBy(CustomerRecord.BRAND.col())
            .agg(
                collect_set(Records.SOURCE.col()),
                count(lit(1)),
                count_if(isIdentified),
                count_if(isIdentified.and(col("is_known"))))
            .collectAsList();
    return rates(brands);
  }

  /** A value that many share says nothing of who carries it. */
  private static Dataset<Row> identified(Dataset<Row> identifiers) {
    return identifiers
        .filter(Identifiers.IS_USABLE.col())
        .select(Records.RECORD_KEY.col())
        .distinct()
        .withColumn("is_identified", lit(true));
  }

  /** Sources that serve all brands know the customers of each. */
  private static List<Rate> rates(List<Row> brands) {
    Set<String> all = new TreeSet<>();
    Set<String> shared = new TreeSet<>();
    long[] sums = new long[3];
    for (Row row : brands) {
      all.addAll(row.getList(1));
      shared.addAll(row.isNullAt(0) ? row.getList(1) : List.of());
      for (int i = 0; i < sums.length; i++) {
        sums[i] += row.getLong(2 + i);
      }
    }
    List<Rate> rates = new ArrayList<>();
    for (Row row : brands) {
      if (!row.isNullAt(0)) {
        Set<String> sources = new TreeSet<>(shared);
        sources.addAll(row.getList(1));
        rates.add(
            new Rate(
                row.getString(0), sources.size(), row.getLong(2), row.getLong(3), row.getLong(4)));
      }
    }
    rates.sort(Comparator.comparing(Rate::brand));
    rates.add(new Rate(null, all.size(), sums[0], sums[1], sums[2]));
    return rates;
  }
}
