package io.tributary.silver;

import io.tributary.bronze.Records;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What tonight's admissions bring for one table, and what they take from it. */
final class Arrivals {
  private final Mapping mapping;
  private final List<Admission> admissions;

  Arrivals(Mapping mapping, List<Admission> admissions) {
    this.mapping = mapping;
    this.admissions = admissions.stream().filter(Admission::isOpen).toList();
  }

  /** How a table's rows are made of the mapped ones. */
  interface Made {
    Dataset<Row> of(Dataset<Row> mapped);
  }

  /** The mapped rows of all records that came to stand; empty when nothing came. */
  Optional<Dataset<Row>> rows() {
    return admissions.stream()
        .map(admission -> admission.rows(mapping.feed()))
        .reduce(Dataset::unionByName);
  }

  /** The keys of records that stand no longer; empty when none fell. */
  Optional<Dataset<Row>> fallen() {
    return admissions.stream()
        .filter(Admission::hasFallen)
        .map(Admission::fallen)
        .reduce(Dataset::union);
  }

  /** Writes the new rows in the place of those whose records fell. */
  void replaceRecords(Lake lake, Table table, Made made) {
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
