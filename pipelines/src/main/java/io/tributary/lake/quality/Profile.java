package io.tributary.lake.quality;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Field;
import io.tributary.lake.Layer;
import io.tributary.lake.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Column;

/**
 * How the cells of some rows of a table are filled, counted while the rows are written.
 *
 * @param unfilled the cells that are null or blank, by column
 * @param strange the cells no table can mean, by column: a date before 1900 or after 2199, a number
 *     that is infinite or none
 */
public record Profile(long rows, Map<String, Long> unfilled, Map<String, Long> strange) {
  private static final String UNFILLED = "unfilled ";
  private static final String STRANGE = "strange ";

  public Profile {
    unfilled = Map.copyOf(unfilled);
    strange = Map.copyOf(strange);
  }

  /** Tables of facts and answers are scored; records as received and books are not. */
  public static boolean isScored(Table table) {
    return table.layer() == Layer.SILVER || table.layer() == Layer.GOLD;
  }

  /** What to count in one scan, by name; only what the write itself does not ensure. */
  public static Map<String, Column> measures(Table table) {
    Map<String, Column> measures = new LinkedHashMap<>();
    each(table, (name, isCounted) -> measures.put(name, count(when(isCounted, lit(1)))));
    return measures;
  }

  /** The counts of {@link #measures} as a scan found them. */
  public static Profile of(Table table, long rows, Map<String, Long> counted) {
    Map<String, Long> unfilled = new TreeMap<>();
    Map<String, Long> strange = new TreeMap<>();
    each(
        table,
        (name, isCounted) -> {
          boolean isFilling = name.startsWith(UNFILLED);
          String column = name.substring((isFilling ? UNFILLED : STRANGE).length());
          (isFilling ? unfilled : strange).put(column, counted.getOrDefault(name, 0L));
        });
    return new Profile(rows, unfilled, strange);
  }

  private static void each(Table table, BiConsumer<String, Column> measure) {
    for (Field field : table.fields()) {
      Column cell = field.col();
      boolean isText = field.type().equals(Field.TEXT);
      if (isText) {
        measure.accept(UNFILLED + field.name(), cell.isNull().or(trim(cell).equalTo("")));
      } else if (field.nullable()) {
        measure.accept(UNFILLED + field.name(), cell.isNull());
      }
      if (field.type().equals(Field.DOUBLE)) {
        Column size = org.apache.spark.sql.functions.abs(cell);
        measure.accept(
            STRANGE + field.name(), cell.isNaN().or(size.equalTo(Double.POSITIVE_INFINITY)));
      } else if (field.type().equals(Field.DATE) || field.type().equals(Field.INSTANT)) {
        Column first = lit(Field.FIRST_DAY).cast(field.type());
        Column end = lit(Field.END_DAY).cast(field.type());
        measure.accept(STRANGE + field.name(), cell.lt(first).or(cell.geq(end)));
      }
    }
  }
}
