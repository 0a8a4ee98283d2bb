package io.tributary.lake.ops;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.DOUBLE;
import static io.tributary.lake.Field.FLAG;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.TEXTS;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.lake.quality.Dimension;
import io.tributary.lake.quality.Profile;
import io.tributary.lake.quality.Score;
import io.tributary.lake.quality.Scored;
import java.sql.Date;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.MapType;

/** How good each table is, night by night. */
public final class QualityScores {
  private static final MapType COUNTS = new MapType(StringType, LongType, false);
  private static final MapType WORDS = new MapType(StringType, StringType, false);

  public static final Field TABLE_NAME = required("table_name", TEXT, "The table scored");
  public static final Field OUTCOME =
      required(
          "outcome",
          TEXT,
          "written; refused by a gate; empty: files came and brought no row; or carried: left as it"
              + " was while its sources fell late");
  public static final Field SCORE =
      required("score", DOUBLE, "The mean of the five that follow, 0 to 100");
  public static final Field COMPLETENESS =
      required(
          "completeness",
          DOUBLE,
          "Cells filled of those that should be: all of a required column, as many as usual of an"
              + " optional one");
  public static final Field VALIDITY =
      required("validity", DOUBLE, "Cells in their domain: rules on one column, dates, numbers");
  public static final Field UNIQUENESS = required("uniqueness", DOUBLE, "Keys that come once");
  public static final Field TIMELINESS =
      required("timeliness", DOUBLE, "Sources that have delivered within their window");
  public static final Field CONSISTENCY =
      required(
          "consistency", DOUBLE, "References met and sums that add up: rules on several columns");
  public static final Field ROWS = required("rows", LONG, "The rows measured");
  public static final Field IS_WHOLE =
      required("is_whole", FLAG, "Whether they are the whole table, not what the night brought");
  public static final Field DELIVERED =
      optional("delivered", DATE, "The newest delivery it is made from; null when from none");
  public static final Field POINTS_LOST =
      required("points_lost", WORDS, "By dimension, why it is below 100");
  public static final Field ANOMALIES =
      required("anomalies", TEXTS, "What is out of line with the table's own history");
  public static final Field UNFILLED =
      required("unfilled", COUNTS, "Cells null or blank, by column that may have such");
  public static final Field STRANGE =
      required(
          "strange", COUNTS, "Dates before 1900 or after 2199 and infinite numbers, by column");

  public static final Table TABLE =
      Table.ops(
              "quality_scores",
              "One row per run and silver or gold table that was written, refused, left empty-handed or"
                  + " fell late.",
              Runs.RUN,
              Runs.AS_OF,
              TABLE_NAME,
              OUTCOME,
              SCORE,
              COMPLETENESS,
              VALIDITY,
              UNIQUENESS,
              TIMELINESS,
              CONSISTENCY,
              ROWS,
              IS_WHOLE,
              DELIVERED,
              POINTS_LOST,
              ANOMALIES,
              UNFILLED,
              STRANGE)
          .key(Runs.RUN, TABLE_NAME);

  private QualityScores() {}

  /** A score as a row of the table. */
  public static Row row(Scored scored) {
    Map<Dimension, Double> points = scored.score().points();
    Map<String, String> lost = new TreeMap<>();
    scored.score().lost().forEach((dimension, words) -> lost.put(dimension.word(), words));
    return RowFactory.create(
        scored.run(),
        Date.valueOf(scored.asOf()),
        scored.table(),
        scored.outcome().name().toLowerCase(Locale.ROOT),
        scored.score().total(),
        points.get(Dimension.COMPLETENESS),
        points.get(Dimension.VALIDITY),
        points.get(Dimension.UNIQUENESS),
        points.get(Dimension.TIMELINESS),
        points.get(Dimension.CONSISTENCY),
        scored.profile().rows(),
        scored.isWhole(),
        scored.delivered() == null ? null : Date.valueOf(scored.delivered()),
        lost,
        scored.anomalies().toArray(new String[0]),
        scored.profile().unfilled(),
        scored.profile().strange());
  }

  /** The score that a row of the table holds. */
  public static Scored read(Row row) {
    return new Scored(
        row.getAs(Runs.RUN.name()),
        date(row, Runs.AS_OF),
        row.getAs(TABLE_NAME.name()),
        Scored.Outcome.valueOf(row.<String>getAs(OUTCOME.name()).toUpperCase(Locale.ROOT)),
        row.getAs(IS_WHOLE.name()),
        new Profile(row.getAs(ROWS.name()), map(row, UNFILLED), map(row, STRANGE)),
        score(row),
        date(row, DELIVERED),
        row.getList(row.fieldIndex(ANOMALIES.name())));
  }

  private static Score score(Row row) {
    Map<Dimension, Double> points = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      points.put(dimension, row.getAs(dimension.word()));
    }
    Map<Dimension, String> lost = new EnumMap<>(Dimension.class);
    QualityScores.<String>map(row, POINTS_LOST)
        .forEach((word, why) -> lost.put(Dimension.valueOf(word.toUpperCase(Locale.ROOT)), why));
    return new Score(points, lost);
  }

  private static LocalDate date(Row row, Field field) {
    Date date = row.getAs(field.name());
    return date == null ? null : date.toLocalDate();
  }

  private static <T> Map<String, T> map(Row row, Field field) {
    return row.getJavaMap(row.fieldIndex(field.name()));
  }
}
