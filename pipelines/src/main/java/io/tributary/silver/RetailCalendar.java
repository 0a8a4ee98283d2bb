package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.INTEGER;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.dayofweek;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.tributary.lake.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The retail calendar of the National Retail Federation, in which partners' weeks compare: weeks
 * from Sunday to Saturday, months of 4, 5 and 4 of them, and a year that begins on the Sunday
 * nearest the first of February (nrf.com/resources/4-5-4-calendar).
 */
final class RetailCalendar {
  static final Field WEEK_START =
      required("week_start", DATE, "First day of the source's own week");
  static final Field WEEK_END = required("week_end", DATE, "Last day of the source's own week");
  static final Field RETAIL_WEEK_START =
      required("retail_week_start", DATE, "The Sunday of the retail week that holds most of it");
  static final Field RETAIL_WEEK =
      required("retail_week", TEXT, "Year and week of the 4-5-4 calendar, such as 2026-W21");
  static final Field RETAIL_MONTH =
      required("retail_month", INTEGER, "Month of the retail year, 1 (February) to 12");

  private static final int DAYS_A_WEEK = 7;
  private static final int WEEKS_A_QUARTER = 13;

  private RetailCalendar() {}

  /** Rows with the retail week into which the middle of their own week falls. */
  static Dataset<Row> dated(Dataset<Row> rows) {
    Column start = sunday(date_add(WEEK_START.col(), DAYS_A_WEEK / 2));
    Column sunday = RETAIL_WEEK_START.col();
    Column first = firstDay(year(sunday));
    Column begin = when(sunday.lt(first), firstDay(year(sunday).minus(1))).otherwise(first);
    Column week = floor(datediff(sunday, begin).divide(DAYS_A_WEEK)).cast(INTEGER).plus(1);
    Column retailYear = year(date_add(begin, DAYS_A_WEEK));
    return rows.withColumn(RETAIL_WEEK_START.name(), RETAIL_WEEK_START.from(start))
        .withColumn(RETAIL_WEEK.name(), concat(retailYear, lit("-W"), format_string("%02d", week)))
        .withColumn(RETAIL_MONTH.name(), RETAIL_MONTH.from(month(week)));
  }

  /** The 53rd week of a long year belongs to its last month. */
  private static Column month(Column week) {
    Column quarter = least(floor(week.minus(1).divide(WEEKS_A_QUARTER)), lit(3));
    Column within = week.minus(1).minus(quarter.multiply(WEEKS_A_QUARTER));
    Column place = when(within.lt(4), 1).when(within.lt(9), 2).otherwise(3);
    return quarter.multiply(3).plus(place);
  }

  private static Column sunday(Column day) {
    return date_sub(day, dayofweek(day).minus(1));
  }

  /** The Sunday from 29 January to 4 February. */
  private static Column firstDay(Column year) {
    return sunday(make_date(year, lit(2), lit(4)));
  }
}
