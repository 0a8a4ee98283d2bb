package io.tributary.silver.admission;

import io.tributary.bronze.Records;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a run brings for one table, and what it takes from it.
 *
 * @param rows the mapped rows of all records that came to stand; empty when nothing came
 * @param fallen the keys of records that stand no longer; empty when none fell
 * @param lost those of which nothing that stands tells the same; empty when there are none
 */
public record Arrivals(
    Optional<Dataset<Row>> rows, Optional<Dataset<Row>> fallen, Optional<Lost> lost) {

  /** How a table's rows are made of the mapped ones. */
  public interface Made {
    Dataset<Row> of(Dataset<Row> mapped);
  }

  /** What the admissions of this run bring. */
  public static Arrivals of(Mapping mapping, List<Admission> admissions) {
    List<Admission> open = admissions.stream().filter(Admission::isOpen).toList();
    return new Arrivals(
        open.stream().map(admission -> admission.rows(mapping.feed())).reduce(Dataset::unionByName),
        open.stream().filter(Admission::hasFallen).map(Admission::fallen).reduce(Dataset::union),
        open.stream()
            .filter(Admission::hasLost)
            .map(Admission::lost)
            .reduce(Dataset::union)
            .map(keys -> new Lost(keys, mapping, admissions)));
  }

  /** Everything that stands, in the place of all the table holds. */
  public static Arrivals ofAll(
      Mapping mapping, List<Admission> admissions, Lake lake, Table table) {
    Optional<Dataset<Row>> known =
        lake.existedBefore(table)
            ? Optional.of(lake.before(table).select(Records.RECORD_KEY.col()).distinct())
            : Optional.empty();
    return new Arrivals(
        admissions.stream()
            .map(admission -> admission.allRows(lake, mapping.feed()))
            .reduce(Dataset::unionByName),
        known,
        known.map(keys -> new Lost(keys, mapping, List.of())));
  }

  /** Writes the new rows in the place of those whose records fell. */
  public void replaceRecords(Lake lake, Table table, Made made) {
    Optional<Dataset<Row>> fresh = rows().map(made::of);
    if (fresh.isEmpty()) {
      return;
    }
    Optional<Dataset<Row>> fallen = fallen();
    if (fallen.isEmpty() || !lake.existedBefore(table)) {
      lake.append(table, fresh.get());
    } else {
      lake.replace(table, fresh.get(), fallen.get(), Records.RECORD_KEY);
    }
  }
}
