package io.tributary.silver.typing;

import static org.apache.spark.sql.functions.expr;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Cells;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A source's records with the rows they make for each table they feed, and what is wrong. */
public final class Typed {
  /** Why a record is set aside; null when nothing is wrong with it. */
  public static final Field REASON =
      Field.optional("reason", Field.TEXT, "What is wrong with the record, field by field");

  private static final List<Field> KEPT =
      List.of(
          Records.SOURCE,
          Records.ACCOUNT,
          Records.DELIVERY_DATE,
          Records.FILE,
          Records.FILE_HASH,
          Records.POSITION,
          Records.RECORD_KEY,
          Records.UNIT_KEY,
          Records.VERSION,
          Records.CONTENT_HASH,
          Records.RUN);

  private Typed() {}

  /** One row per record of {@code bronze}; a feed's rows are a column that holds an array. */
  static Dataset<Row> of(Dataset<Row> bronze, Source source, Map<String, Mapping> mappings) {
    List<Column> columns = new ArrayList<>();
    KEPT.forEach(field -> columns.add(field.col()));
    columns.add(Records.DEFECT.col());
    Cells cells = new Cells();
    columns.add(expr(missing(source, cells)).as("missing"));
    List<String> reasons = new ArrayList<>();
    source
        .feeds()
        .forEach(
            (name, feed) -> {
              Mapping mapping = mappings.get(name);
              columns.add(expr(mapping.rows(feed, cells)).as(mapping.column()));
              reasons.add(mapping.reasons(feed));
            });
    reasons.add("missing");
    return cells
        .read(bronze)
        .select(columns.toArray(Column[]::new))
        .withColumn(
            REASON.name(),
            expr("coalesce(" + Records.DEFECT.name() + ", " + Reasons.told(reasons) + ")"))
        .drop(Records.DEFECT.name(), "missing");
  }

  public static Column[] identity() {
    return KEPT.stream().map(Field::col).toArray(Column[]::new);
  }

  private static String missing(Source source, Cells cells) {
    List<String> tests = new ArrayList<>();
    for (String required : source.required()) {
      tests.add(
          "case when nullif(trim("
              + cells.record().asText(required)
              + "), '') is null then '"
              + required.replace("'", "''")
              + " is missing' end");
    }
    source.feeds().values().stream()
        .flatMap(List::stream)
        .forEach(feed -> tests.addAll(Unfit.lists(feed, cells)));
    return Reasons.of(tests);
  }
}
