package io.tributary.jobs.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.tributary.gold.customer.CustomerBrand;
import io.tributary.gold.customer.CustomerDays;
import io.tributary.gold.customer.CustomerMaster;
import io.tributary.gold.customer.Sales;
import io.tributary.gold.customer.SegmentTable;
import io.tributary.gold.executive.DailyKpis;
import io.tributary.lake.Field;
import io.tributary.lake.Lakehouse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The figures a night is judged by, of all brands together.
 *
 * @param segments how many customers each segment has, the largest first
 */
public record Headlines(Customers customers, Sold sold, Map<String, Long> segments) {
  private static final int DAYS = 30;

  /** Who the customers are and what they are worth; money is null when nobody has a value. */
  public record Customers(
      long known, long active, BigDecimal lifetimeValue, BigDecimal medianLifetimeValue) {}

  /**
   * What they bought; the last 30 days end on the as-of day.
   *
   * @param orders all there ever were
   */
  public record Sold(
      long orders,
      long recentOrders,
      BigDecimal recentRevenue,
      BigDecimal recentSpend,
      long recentNewCustomers) {

    public BigDecimal averageOrderValue() {
      return ratio(recentRevenue, BigDecimal.valueOf(recentOrders));
    }

    /** Net revenue for each unit of money spent on media. */
    public BigDecimal blendedRoas() {
      return ratio(recentRevenue, recentSpend);
    }

    public BigDecimal acquisitionCost() {
      return ratio(recentSpend, BigDecimal.valueOf(recentNewCustomers));
    }

    private static BigDecimal ratio(BigDecimal amount, BigDecimal divisor) {
      boolean isDefined = amount != null && divisor != null && divisor.signum() != 0;
      return isDefined ? amount.divide(divisor, 2, RoundingMode.HALF_UP) : null;
    }
  }

  /**
   * The figures as gold has them.
   *
   * @param asOf the day gold was made for
   */
  public static Headlines of(Lakehouse house, LocalDate asOf) {
    Dataset<Row> master = house.read(house.session(), CustomerMaster.TABLE);
    Dataset<Row> days = house.read(house.session(), DailyKpis.TABLE);
    return new Headlines(customers(master), sold(days, asOf), segments(master));
  }

  private static Customers customers(Dataset<Row> master) {
    Column clv = CustomerBrand.CLV.col();
    Row row =
        master
            .agg(
                count(lit(1)),
                count_if(CustomerBrand.ORDERS_365.col().gt(0)),
                sum(clv),
                percentile(clv, lit(0.5)).cast(Field.MONEY))
            .first();
    return new Customers(row.getLong(0), row.getLong(1), row.getDecimal(2), row.getDecimal(3));
  }

  private static Sold sold(Dataset<Row> days, LocalDate asOf) {
    Column today = lit(asOf.toString()).cast(Field.DATE);
    Column day = Sales.ACTIVITY_DATE.col();
    Column isRecent = day.gt(lit(asOf.minusDays(DAYS).toString()).cast(Field.DATE));
    Row row =
        days.where(DailyKpis.BRAND.col().equalTo(DailyKpis.ENTERPRISE).and(day.leq(today)))
            .agg(
                sum(Sales.ORDERS.col()),
                sum(when(isRecent, Sales.ORDERS.col())),
                sum(when(isRecent, CustomerDays.NET_REVENUE.col())),
                sum(when(isRecent, DailyKpis.MEDIA_SPEND.col())),
                sum(when(isRecent, DailyKpis.NEW_CUSTOMERS.col())))
            .first();
    return new Sold(
        whole(row, 0), whole(row, 1), row.getDecimal(2), row.getDecimal(3), whole(row, 4));
  }

  private static long whole(Row row, int column) {
    return row.isNullAt(column) ? 0 : row.getLong(column);
  }

  private static Map<String, Long> segments(Dataset<Row> master) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    master
        .where(SegmentTable.SEGMENT.col().isNotNull())
        .groupBy(SegmentTable.SEGMENT.col())
        .count()
        .orderBy(col("count").desc(), SegmentTable.SEGMENT.col())
        .collectAsList()
        .forEach(row -> sizes.put(row.getString(0), row.getLong(1)));
    return sizes;
  }
}
