package io.tributary.bronze;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.source.Cells;
import io.tributary.bronze.source.Delivery;
import io.tributary.bronze.source.Scope;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Lake;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.Step;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;

/** The first layer's table of contents: one table a source, holding records as received. */
public final class Bronze {
  private Bronze() {}

  public static List<Step> steps(List<Source> sources) {
    LastFiles lastFiles = new LastFiles();
    return sources.stream()
        .map(
            source ->
                Step.making(Records.table(source.name()), lake -> land(lake, source, lastFiles))
                    .landing(source.name()))
        .toList();
  }

  private static void land(Lake lake, Source source, LastFiles lastFiles) {
    List<PlannedFile> files = lake.files(source.name());
    if (files.isEmpty()) {
      return;
    }
    lake.session().conf().set("spark.sql.ansi.enabled", false);
    CollectionAccumulator<Header> headers =
        lake.session().sparkContext().collectionAccumulator("headers of " + source.name());
    Dataset<Row> read = LandedFiles.read(lake.session(), files, source.format(), headers);
    lake.append(Records.table(source.name()), of(read, source, lake.run()));
    if (!headers.isZero()) {
      Header.changes(lastFiles.headers(source, lake), headers.value())
          .forEach(change -> lake.alert(change.file(), change.message()));
    }
  }

  /** Records as read, with what tells them apart and orders them. */
  static Dataset<Row> of(Dataset<Row> read, Source source, long run) {
    Column place = concat_ws("#", Records.FILE_HASH.col(), Records.POSITION.col());
    Cells cells = new Cells();
    Scope record = cells.record();
    Column key = key(source, record);
    Column unit = unit(source, record);
    Column version = version(source, record);
    Dataset<Row> keyed =
        cells
            .read(read)
            .withColumn(Records.SOURCE.name(), lit(source.name()))
            .withColumn("keyed", key)
            .withColumn(
                Records.RECORD_KEY.name(),
                concat_ws(
                    "/", lit(source.name()), Records.ACCOUNT.col(), coalesce(col("keyed"), place)))
            .withColumn(Records.UNIT_KEY.name(), unit)
            .withColumn(Records.VERSION.name(), version)
            .withColumn(Records.CONTENT_HASH.name(), md5(coalesce(Records.RAW.col(), lit(""))))
            .withColumn(Records.RUN.name(), lit(run));
    if (source.key().isEmpty()) {
      return keyed.drop(Cells.COLUMN);
    }
    Column keyless = when(col("keyed").isNull(), lacking(source, record));
    return keyed
        .withColumn(Records.DEFECT.name(), coalesce(Records.DEFECT.col(), keyless))
        .drop(Cells.COLUMN);
  }

  /** Which parts of the key a record has not, in words. */
  private static Column lacking(Source source, Scope record) {
    Column[] parts =
        source.key().stream()
            .map(part -> when(isFilled(expr(record.asText(part))), null).otherwise(lit(part)))
            .toArray(Column[]::new);
    return concat(lit("key "), concat_ws(", ", parts), lit(" is missing"));
  }

  private static Column isFilled(Column part) {
    return trim(part).notEqual("");
  }

  /** The key's parts, or null when one is missing. */
  private static Column key(Source source, Scope record) {
    if (source.key().isEmpty()) {
      return lit(null).cast("string");
    }
    List<Column> parts = source.key().stream().map(part -> expr(record.asText(part))).toList();
    Column isWhole = parts.stream().map(Bronze::isFilled).reduce(Column::and).orElseThrow();
    Column[] apart = new Column[parts.size()];
    for (int i = 0; i < apart.length; i++) {
      apart[i] = i < apart.length - 1 ? withoutSlash(parts.get(i)) : parts.get(i);
    }
    return when(isWhole, concat_ws("/", apart));
  }

  /** A slash within a part must not pass for the one between two parts. */
  private static Column withoutSlash(Column part) {
    return replace(replace(part, lit("%"), lit("%25")), lit("/"), lit("%2F"));
  }

  private static Column unit(Source source, Scope record) {
    Column home = concat_ws("/", lit(source.name()), Records.ACCOUNT.col());
    return switch (source.delivery()) {
      case SNAPSHOT -> home;
      case WINDOW ->
          concat_ws("/", home, coalesce(expr(record.asText(source.window())), lit("no period")));
      case FILE ->
          concat_ws("/", home, expr("regexp_extract(" + Records.FILE.name() + ", '[^/]*$', 0)"));
      case APPEND, UPSERT -> Records.RECORD_KEY.col();
    };
  }

  /** A version that sorts as text: numbers and instants padded, other text as it is. */
  private static Column version(Source source, Scope record) {
    if (source.version() == null || source.delivery() == Delivery.APPEND) {
      return lit(null).cast("string");
    }
    String text = record.asText(source.version());
    String instant = "if(" + text + " rlike '^\\\\s*[0-9]{4}-', " + text + ", null)";
    return expr(
        "coalesce(lpad(try_cast("
            + text
            + " as decimal(38, 6)), 40, '0'), lpad(unix_micros(try_cast("
            + instant
            + " as timestamp)), 40, '0'), "
            + text
            + ")");
  }
}
