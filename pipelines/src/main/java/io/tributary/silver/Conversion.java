package io.tributary.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Field;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * The worth of each currency on each day in the reporting currency: the last quote on or before the
 * day, as banks carry one over weekends, and the first quote for days before it.
 */
final class Conversion {
  /** The first day whose worth a change of quotes may have changed. */
  static final String SINCE = "repriced_since";

  private static final String DAY = "conversion_day";
  private static final String MONEY_OF = "conversion_currency";
  private static final String WORTH = "conversion_worth";
  private static final String FIRST_DAY = "conversion_first_day";
  private static final String EARLIEST = "conversion_earliest";
  private static final String LATEST = "conversion_latest";

  private final Dataset<Row> daily;
  private final Dataset<Row> ends;
  private final String reportingCurrency;

  /**
   * Conversion by the quotes known.
   *
   * @param until a day after which few amounts fall; those that do take the last quote as well
   */
  Conversion(Dataset<Row> rates, String reportingCurrency, LocalDate until) {
    this.reportingCurrency = reportingCurrency;
    WindowSpec quotes =
        Window.partitionBy(OrderLines.CURRENCY.col()).orderBy(ExchangeRates.RATE_DATE.col());
    Column next = lead(ExchangeRates.RATE_DATE.col(), 1).over(quotes);
    Column last =
        functions.greatest(
            ExchangeRates.RATE_DATE.col(),
            coalesce(date_sub(next, 1), date_add(lit(java.sql.Date.valueOf(until)), 1)));
    this.daily =
        rates
            .select(
                OrderLines.CURRENCY.col().as(MONEY_OF),
                ExchangeRates.UNIT_VALUE.col().as(WORTH),
                ExchangeRates.RATE_DATE.col(),
                last.as("last"))
            .select(
                col(MONEY_OF),
                col(WORTH),
                explode(sequence(ExchangeRates.RATE_DATE.col(), col("last"))).as(DAY));
    Column quote = ExchangeRates.UNIT_VALUE.col();
    Column day = ExchangeRates.RATE_DATE.col();
    this.ends =
        rates
            .groupBy(OrderLines.CURRENCY.col().as(MONEY_OF))
            .agg(
                min(day).as(FIRST_DAY),
                min_by(quote, day).as(EARLIEST),
                max_by(quote, day).as(LATEST));
  }

  /**
   * From which day on each currency's worth may be another.
   *
   * @param changes the quotes that came or went
   * @param rates the quotes that stand now
   */
  static Dataset<Row> changedSince(Dataset<Row> changes, Dataset<Row> rates) {
    Dataset<Row> changed =
        changes
            .groupBy(OrderLines.CURRENCY.col())
            .agg(min(ExchangeRates.RATE_DATE.col()).as(SINCE));
    Dataset<Row> first =
        rates
            .groupBy(OrderLines.CURRENCY.col())
            .agg(min(ExchangeRates.RATE_DATE.col()).as(FIRST_DAY));
    // The first quote is also the worth of every day before it.
    Column isOpen = coalesce(col(FIRST_DAY).geq(col(SINCE)), lit(true));
    Column since = when(isOpen, to_date(lit("0001-01-01"))).otherwise(col(SINCE));
    return changed
        .join(first, new String[] {OrderLines.CURRENCY.name()}, "left")
        .select(OrderLines.CURRENCY.col(), since.as(SINCE));
  }

  /** The rows with each original amount also in the reporting currency, rounded per row. */
  Dataset<Row> convert(Dataset<Row> rows, Column day, Amount... amounts) {
    Column currency = OrderLines.CURRENCY.of(rows);
    Dataset<Row> priced =
        rows.withColumn("needs_rate_of", day)
            .join(
                functions.broadcast(daily),
                currency
                    .equalTo(daily.col(MONEY_OF))
                    .and(col("needs_rate_of").equalTo(daily.col(DAY))),
                "left")
            .drop(MONEY_OF, DAY);
    priced =
        priced
            .join(functions.broadcast(ends), currency.equalTo(ends.col(MONEY_OF)), "left")
            .drop(MONEY_OF);
    Column isBefore = col("needs_rate_of").lt(col(FIRST_DAY));
    Column beyond = when(isBefore, col(EARLIEST)).otherwise(col(LATEST));
    Column worth =
        when(currency.equalTo(reportingCurrency), lit(1).cast(Field.RATE))
            .otherwise(coalesce(col(WORTH), beyond));
    for (Amount amount : amounts) {
      Column converted = functions.round(amount.original().col().multiply(worth), 2);
      priced = priced.withColumn(amount.converted().name(), amount.converted().from(converted));
    }
    return priced.drop("needs_rate_of", WORTH, FIRST_DAY, EARLIEST, LATEST);
  }

  /** An amount in its own currency and the column that takes it in the reporting currency. */
  record Amount(Field original, Field converted) {}
}
