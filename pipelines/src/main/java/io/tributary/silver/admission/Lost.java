package io.tributary.silver.admission;

import io.tributary.lake.Lake;
import io.tributary.silver.typing.Mapping;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Records that stand no longer, and of which nothing that stands tells the same.
 *
 * @param keys the keys of these records
 * @param admissions where others are asked again that told of a row with them
 */
public record Lost(Dataset<Row> keys, Mapping mapping, List<Admission> admissions) {

  /** The mapped rows of records that stood before this run, whichever source they are of. */
  Optional<Dataset<Row>> rowsOf(Dataset<Row> records, Lake lake) {
    return admissions.stream()
        .map(admission -> admission.rowsOf(lake, mapping.feed(), records))
        .flatMap(Optional::stream)
        .reduce(Dataset::unionByName);
  }
}
