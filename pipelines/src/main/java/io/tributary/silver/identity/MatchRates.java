package io.tributary.silver.identity;

import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

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

  /**
   * The brands by name, then the enterprise.
   *
   * @param brands one of them, of brand null, may be of profiles that all brands share
   */
  static List<Rate> of(Collection<BrandProfiles> brands) {
    Set<String> all = new TreeSet<>();
    Set<String> shared = new TreeSet<>();
    BrandProfiles sum = BrandProfiles.none(null);
    for (BrandProfiles brand : brands) {
      all.addAll(brand.sources());
      shared.addAll(brand.brand() == null ? brand.sources() : Set.of());
      sum = sum.plus(brand);
    }
    List<Rate> rates = new ArrayList<>();
    for (BrandProfiles brand : brands) {
      if (brand.brand() != null) {
        // Sources that serve all brands know the customers of each.
        Set<String> sources = new TreeSet<>(shared);
        sources.addAll(brand.sources());
        rates.add(rate(brand, sources.size()));
      }
    }
    rates.sort(Comparator.comparing(Rate::brand));
    rates.add(rate(sum, all.size()));
    return rates;
  }

  private static Rate rate(BrandProfiles of, long sources) {
    return new Rate(of.brand(), sources, of.profiles(), of.identified(), of.matched());
  }

  /** What the rows of the table were counted from, but for the sources. */
  static List<BrandProfiles> counted(Dataset<Row> rows) {
    List<BrandProfiles> brands = new ArrayList<>();
    BrandProfiles shared = BrandProfiles.none(null);
    for (Row row : TABLE.select(rows).collectAsList()) {
      BrandProfiles of =
          new BrandProfiles(
              row.getString(0), Set.of(), row.getLong(2), row.getLong(3), row.getLong(4));
      shared = of.brand() == null ? shared.plus(of) : shared.minus(of);
      if (of.brand() != null) {
        brands.add(of);
      }
    }
    brands.add(shared);
    return brands;
  }
}
