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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;

/** The first layer's table of contents: one table a source, holding records as received. */
public final class Bronze {
  /** The parts of the key that are the record's own. */
  private static final String KEYED = "keyed";

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
    Cells cells = new Cells();
    Scope record = cells.record();
    Column place = concat_ws("#", Records.FILE_HASH.col(), Records.POSITION.col());
    Column recordKey =
        concat_ws("/", lit(source.name()), Records.ACCOUNT.col(), coalesce(col(KEYED), place));
    Map<String, Column> told = new LinkedHashMap<>();
    told.put(Records.SOURCE.name(), lit(source.name()));
    told.put(KEYED, key(source, record));
    told.put(Records.VERSION.name(), version(source, record));
    told.put(Records.CONTENT_HASH.name(), md5(coalesce(Records.RAW.col(), lit(""))));
    told.put(Records.RUN.name(), lit(run));
    Map<String, Column> keys = new LinkedHashMap<>();
    keys.put(Records.RECORD_KEY.name(), recordKey);
    keys.put(Records.UNIT_KEY.name(), unit(source, record).orElse(recordKey));
    if (!source.key().isEmpty()) {
      Column keyless = when(col(KEYED).isNull(), lacking(source, record));
      keys.put(Records.DEFECT.name(), coalesce(Records.DEFECT.col(), keyless));
    }
    return cells.read(read).withColumns(told).withColumns(keys).drop(Cells.COLUMN);
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

  /** What a newer delivery replaces as a whole, where that is not the record alone. */
  private static Optional<Column> unit(Source source, Scope record) {
    Column home = concat_ws("/", lit(source.name()), Records.ACCOUNT.col());
    return switch (source.delivery()) {
      case SNAPSHOT -> Optional.of(home);
      case WINDOW -> {
        Column period = coalesce(expr(record.asText(source.window())), lit("no period"));
        yield Optional.of(concat_ws("/", home, period));
      }
      case FILE -> {
        Column file = expr("regexp_extract(" + Records.FILE.name() + ", '[^/]*$', 0)");
        yield Optional.of(concat_ws("/", home, file));
      }
      case APPEND, UPSERT -> Optional.empty();
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
