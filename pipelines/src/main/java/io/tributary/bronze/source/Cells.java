package io.tributary.bronze.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.unsafe.types.VariantVal;

/**
 * The values of a record that a source's expressions name. A scope turns expressions into SQL over
 * the column that {@link #read} then adds; however often a value is named, a record is walked once.
 */
public final class Cells {
  /** The column that holds the values read. */
  public static final String COLUMN = "cells";

  private final CellRow record = new CellRow();

  /** The scope of expressions over a record as a whole. */
  public Scope record() {
    return items(List.of());
  }

  /** The scope of expressions over each item of a list, and of a list within each item. */
  public Scope items(List<String> explode) {
    Map<String, Scope.Place> places = new LinkedHashMap<>();
    places.put("record", new Scope.Place(COLUMN, record));
    CellRow row = record;
    for (int depth = 0; depth < explode.size(); depth++) {
      row = row.at(RecordPaths.list(explode.get(depth))).items();
      String name = depth == explode.size() - 1 ? "item" : "parent";
      places.put(name, new Scope.Place(name, row));
    }
    return new Scope(places);
  }

  /** The records with the values that the scopes have been asked for. */
  public Dataset<Row> read(Dataset<Row> records) {
    if (record.size() == 0) {
      return records;
    }
    UDF1<VariantVal, Row> read = read(record);
    // What is not deterministic is not copied into each expression that uses it.
    return records.withColumn(
        COLUMN, udf(read, record.type()).asNondeterministic().apply(col("record")));
  }

  private static UDF1<VariantVal, Row> read(CellRow row) {
    return parsed ->
        parsed == null ? null : row.of(new Variant(parsed.getValue(), parsed.getMetadata()));
  }
}
