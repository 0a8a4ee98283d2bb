package io.tributary.lake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.functions;

/**
 * How the rows of some units are taken out of a table: of large files few rows are struck out where
 * they stand, and other files are written again without them.
 *
 * @param rewritten the files to be written again
 * @param struck the places of rows in files that stay, by file
 */
record UnitRemoval(List<AddFile> rewritten, Map<AddFile, List<Long>> struck) {
  /** Fewer rows are written again sooner than readers pass over those that are struck out. */
  static final long WORTH_STRIKING = 250_000;

  /** The places of more rows are not gathered on the driver. */
  private static final int MOST = 100_000;

  /** Where more of the rows go, the others are written again. */
  private static final double FEW = 0.10;

  /** A file of which more is struck out is written again. */
  private static final double WORN = 0.30;

  /** A file is small with fewer rows, and with a smaller share of them all. */
  private static final long SMALL = 50_000;

  private static final int SMALL_SHARE = 32;

  /** So many small files may stand; where there are more, they are written again as one. */
  static final int MOST_SMALL = 8;

  private static final String FILE = "file_name";
  private static final String PLACE = "row_index";

  /**
   * How best to take out the rows of some units.
   *
   * @param files those that may hold such rows
   * @param rows what the files hold
   * @param mayStrike whether the table's readers know of rows that are struck out
   */
  static UnitRemoval of(
      List<AddFile> files, Dataset<Row> rows, Dataset<Row> units, Field unit, boolean mayStrike) {
    long all = files.stream().mapToLong(UnitRemoval::rows).sum();
    if (mayStrike && all >= WORTH_STRIKING) {
      int most = (int) Math.min(MOST, all * FEW);
      List<Row> places = held(rows, units, unit, FILE, PLACE).limit(most + 1).collectAsList();
      if (places.size() <= most) {
        return striking(files, all, byFile(places));
      }
    }
    List<Row> holding = held(rows, units, unit, FILE).distinct().collectAsList();
    Map<String, List<Row>> names =
        holding.stream().collect(Collectors.groupingBy(UnitRemoval::file));
    return new UnitRemoval(
        files.stream().filter(file -> names.containsKey(name(file))).toList(), Map.of());
  }

  private static Dataset<Row> held(
      Dataset<Row> rows, Dataset<Row> units, Field unit, String... told) {
    Column[] columns = new Column[told.length + 1];
    columns[0] = unit.col();
    for (int at = 0; at < told.length; at++) {
      columns[at + 1] = functions.col("_metadata." + told[at]).as(told[at]);
    }
    Dataset<Row> held = rows.select(columns);
    return held.join(units, KeptRows.isOf(units, held, unit), "left_semi").drop(unit.name());
  }

  private static Map<String, List<Long>> byFile(List<Row> places) {
    return places.stream()
        .collect(
            Collectors.groupingBy(
                UnitRemoval::file, Collectors.mapping(row -> row.getLong(1), Collectors.toList())));
  }

  private static UnitRemoval striking(
      List<AddFile> files, long all, Map<String, List<Long>> places) {
    long small = files.stream().filter(file -> isSmall(file, all)).count();
    UnitRemoval removal = new UnitRemoval(new ArrayList<>(), new LinkedHashMap<>());
    for (AddFile file : files) {
      List<Long> gone = places.get(name(file));
      if (small > MOST_SMALL && isSmall(file, all)) {
        removal.rewritten.add(file);
      } else if (gone != null && file.numDeletedRecords() + gone.size() > rows(file) * WORN) {
        removal.rewritten.add(file);
      } else if (gone != null) {
        removal.struck.put(file, gone);
      }
    }
    return removal;
  }

  private static boolean isSmall(AddFile file, long all) {
    return rows(file) < Math.min(SMALL, all / SMALL_SHARE);
  }

  /** How many rows a file has, those that are struck out among them; 0 where it does not tell. */
  private static long rows(AddFile file) {
    return file.numPhysicalRecords().getOrElse(() -> 0L);
  }

  private static String file(Row row) {
    return row.getString(0);
  }

  private static String name(AddFile file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }

  boolean isNothing() {
    return rewritten.isEmpty() && struck.isEmpty();
  }
}
