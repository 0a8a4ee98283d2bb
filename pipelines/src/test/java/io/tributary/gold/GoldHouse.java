package io.tributary.gold;

import static java.util.stream.Collectors.joining;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.gold.customer.CustomerDays;
import io.tributary.gold.customer.SegmentTable;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Progress;
import io.tributary.lake.Run;
import io.tributary.lake.RunReport;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.silver.OrderLines;
import io.tributary.silver.Orders;
import io.tributary.silver.Returns;
import io.tributary.silver.identity.IdentityLinks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lakehouse of sales as given and of the customers' days that gold makes of them. */
final class GoldHouse {
  private static final List<Table> TABLES =
      List.of(
          Orders.TABLE, OrderLines.TABLE, Returns.TABLE, IdentityLinks.TABLE, CustomerDays.TABLE);
  private static final Step CUSTOMER_DAYS =
      Gold.steps(
              SegmentTable.load(
                  Path.of(System.getProperty("project.root"), "conf", "segments.yaml")))
          .stream()
          .filter(step -> step.writes().contains(CustomerDays.TABLE))
          .findFirst()
          .orElseThrow();

  private final Path folder;
  private LocalDate asOf = LocalDate.of(2026, 7, 1);

  GoldHouse(Path folder) {
    this.folder = folder;
  }

  /**
   * Rows that a night brings, lines of text without a header.
   *
   * @param orders key, profile, day
   * @param lines key, order, day, quantity, amount
   * @param links profile, person
   */
  record Night(String orders, String lines, String links) {
    Night and(Night next) {
      return new Night(orders + next.orders, lines + next.lines, links + next.links);
    }
  }

  RunReport night(Night night) {
    Run run = new Run(house(), TABLES, new Progress() {});
    List<Step> steps =
        List.of(
            bringing(
                Orders.TABLE,
                "order_key | customer_record_key | order_date | is_counted\n",
                night.orders().lines().map(order -> order + " | true\n").collect(joining())),
            bringing(
                OrderLines.TABLE,
                "line_key | order_key | order_date | quantity | net_amount\n",
                night.lines()),
            bringing(Returns.TABLE, "return_key\n", ""),
            bringing(IdentityLinks.TABLE, "record_key | master_customer_id\n", night.links()),
            CUSTOMER_DAYS);
    asOf = asOf.plusDays(1);
    return run.execute(run.plan(asOf, steps, List.of()), steps);
  }

  Dataset<Row> table(Table table) {
    Lakehouse house = house();
    return house.read(house.session(), table);
  }

  /** A night that brings the same as the one before brings nothing. */
  private static Step bringing(Table table, String header, String rows) {
    return Step.making(table, lake -> lake.append(table, Rows.of(table, header + rows)))
        .configuredBy(rows);
  }

  private Lakehouse house() {
    return new Lakehouse(
        TestSpark.session(),
        folder.toString(),
        folder.resolve("restricted").toString(),
        Clock.systemUTC());
  }
}
