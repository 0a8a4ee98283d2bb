package io.tributary.jobs.night;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.tributary.bronze.Records;
import io.tributary.lake.Catalog;
import io.tributary.lake.Field;
import io.tributary.lake.TributaryException;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.IdentifierAudit;
import io.tributary.silver.identity.Identifiers;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/** The identifiers that each source brings, as the last published audit has them. */
public final class SourceIdentifiers {
  private static final Comparator<Carried> BY_SOURCE_AND_KIND =
      Comparator.comparing(Carried::source)
          .thenComparingInt(carried -> IdentifierAudit.KINDS.indexOf(carried.kind()));

  private final Workspace workspace;
  private final Catalog catalog;
  private final List<Carried> all;

  private SourceIdentifiers(Workspace workspace) {
    this.workspace = workspace;
    catalog = new Catalog(workspace.house(), workspace.house().session());
    all =
        catalog.read(IdentifierAudit.TABLE).collectAsList().stream()
            .map(Carried::new)
            .sorted(BY_SOURCE_AND_KIND)
            .toList();
  }

  public static SourceIdentifiers of(Workspace workspace) {
    return new SourceIdentifiers(workspace);
  }

  /** What the audit says of a source and a kind. */
  public record Carried(Row row) {
    public String source() {
      return row.getString(row.fieldIndex(Records.SOURCE.name()));
    }

    public String kind() {
      return row.getString(row.fieldIndex(Identifiers.KIND.name()));
    }

    /** Whether any profile carries the kind. */
    public boolean isFilled() {
      return number(IdentifierAudit.FILLED) > 0;
    }

    public long number(Field figure) {
      return row.getLong(row.fieldIndex(figure.name()));
    }

    /** A share of 1; null where there is nothing to take it of. */
    public Double share(Field figure) {
      return row.getAs(figure.name());
    }
  }

  /**
   * So many profiles of a brand.
   *
   * @param brand null where the profiles serve all brands
   */
  public record OfBrand(String brand, long profiles) {}

  /** The sources that bring profiles. */
  public List<String> sources() {
    return all.stream().map(Carried::source).distinct().toList();
  }

  /** Whether a source is called so, be it one without profiles. */
  public boolean isSource(String name) {
    return sources().contains(name)
        || workspace.settings().sources().stream().anyMatch(source -> source.name().equals(name));
  }

  /** Every kind of every source; refused while no source has brought a profile. */
  public List<Carried> all() {
    if (all.isEmpty()) {
      throw TributaryException.usage(
          "No source has brought a customer profile yet. Run 'tributary nightly' first.");
    }
    return all;
  }

  /** Every kind of one source, filled or not; a source without profiles is refused. */
  public List<Carried> of(String source) {
    List<Carried> kinds =
        all().stream().filter(carried -> carried.source().equals(source)).toList();
    if (kinds.isEmpty()) {
      throw TributaryException.usage(
          "%s brings no customer profiles. These sources do: %s."
              .formatted(source, String.join(", ", sources())));
    }
    return kinds;
  }

  /** How many profiles of a source each brand has, the most first. */
  public List<OfBrand> brands(String source) {
    return catalog
        .read(CustomerRecord.TABLE)
        .filter(Records.SOURCE.col().equalTo(source))
        .groupBy(CustomerRecord.BRAND.col())
        .agg(count(lit(1)))
        .collectAsList()
        .stream()
        .map(row -> new OfBrand(row.getString(0), row.getLong(1)))
        .sorted(
            Comparator.comparingLong(OfBrand::profiles)
                .reversed()
                .thenComparing(OfBrand::brand, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }
}
