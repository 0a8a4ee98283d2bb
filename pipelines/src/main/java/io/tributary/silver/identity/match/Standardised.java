package io.tributary.silver.identity.match;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.models.identity.Hash;
import io.tributary.models.identity.compare.Folding;
import io.tributary.models.identity.linkage.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Records with each of their values in one way of writing; not stored. */
final class Standardised {
  static final Field ID = required("id", LONG, "A number made of the record key");
  static final Field TEXTS = required("texts", TEXT, "The standardised values in one");

  static final StructType ROW = row(Records.RECORD_KEY, ID, TEXTS);

  private Standardised() {}

  /** The records of any table that has a key and the columns of the schema. */
  static Dataset<Row> of(Dataset<Row> records, Schema schema) {
    List<String> names =
        schema.columns().stream().flatMap(column -> column.sources().stream()).distinct().toList();
    List<Column> columns = new ArrayList<>();
    columns.add(Records.RECORD_KEY.col().cast(TEXT));
    names.forEach(name -> columns.add(functions.col("`" + name + "`").cast(TEXT)));
    int[][] places = places(schema, names);
    MapPartitionsFunction<Row, Row> standardise =
        rows -> Rows.each(rows, row -> standardise(row, schema, places));
    return records
        .select(columns.toArray(Column[]::new))
        .mapPartitions(standardise, Encoders.row(ROW));
  }

  private static int[][] places(Schema schema, List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, 1 + places.size()));
    return schema.columns().stream()
        .map(column -> column.sources().stream().mapToInt(places::get).toArray())
        .toArray(int[][]::new);
  }

  private static Row standardise(Row row, Schema schema, int[][] places) {
    String[] texts = new String[places.length];
    for (int field = 0; field < texts.length; field++) {
      List<String> given = new ArrayList<>(places[field].length);
      for (int place : places[field]) {
        given.add(row.isNullAt(place) ? "" : Folding.cell(row.getString(place)));
      }
      String text =
          schema.columns().get(field).comparison().standardise(Collections.unmodifiableList(given));
      texts[field] = text.isEmpty() ? null : text;
    }
    String key = row.getString(0);
    return RowFactory.create(key, Hash.of(key), Packed.pack(texts));
  }

  static StructType row(Field... fields) {
    return DataTypes.createStructType(
        Arrays.stream(fields)
            .map(
                field ->
                    new StructField(field.name(), field.type(), field.nullable(), Metadata.empty()))
            .toArray(StructField[]::new));
  }
}
