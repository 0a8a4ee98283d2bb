package io.tributary.silver;

import static org.apache.spark.sql.functions.sum;

import io.tributary.Rows;
import io.tributary.lake.ops.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner tells a week again, with other figures and nothing that says which are newer. */
class RestatedSalesTest {
  private static final String HEADER =
      "Fiscal Week End Date,DPCI,Item Description,Mkt Cd,Sales U,Sales $ (000)\n";
  private static final String FIRST =
      HEADER + "6/6/2026,1,Mug,501,10,0.1\n6/6/2026,2,Cup,501,20,0.2\n6/6/2026,3,Jug,501,30,0.3\n";
  private static final String RESTATED =
      HEADER + "6/6/2026,1,Mug,501,11,0.1\n6/6/2026,2,Cup,501,19,0.2\n6/6/2026,3,Jug,501,30,0.3\n";
  private static final String STANDING =
      """
      partner_item | units
      1            | 11
      2            | 19
      3            | 30
      """;

  @TempDir private Path folder;

  @Test
  void whatWasDeliveredLastStandsAndWhatIsOnlyToldAgainIsADuplicate() {
    ConfHouse house = new ConfHouse(folder, "target_sales");
    house.file("target_sales/2026-06-09/sales.csv.gz", FIRST).night(LocalDate.of(2026, 6, 9));
    house.file("target_sales/2026-06-16/sales.csv.gz", RESTATED).night(LocalDate.of(2026, 6, 16));
    SilverHouse last =
        house
            .file("target_sales/2026-06-17/sales.csv.gz", RESTATED)
            .night(LocalDate.of(2026, 6, 17));

    Rows.assertRows(last.table(RetailerSales.TABLE), STANDING);
    Rows.assertRows(
        last.table(Files.TABLE)
            .groupBy(Files.DELIVERED.col())
            .agg(
                sum("accepted").as("accepted"),
                sum("duplicate").as("duplicate"),
                sum("superseded").as("superseded")),
        """
        delivered | accepted | duplicate | superseded
        2026-06-09    | 1        | 0         | 2
        2026-06-16    | 2        | 1         | 0
        2026-06-17    | 0        | 3         | 0
        """);
  }

  @Test
  void anOldDeliveryThatComesLateChangesNothing() {
    ConfHouse house = new ConfHouse(folder, "target_sales");
    house.file("target_sales/2026-06-16/sales.csv.gz", RESTATED).night(LocalDate.of(2026, 6, 16));
    SilverHouse last =
        house.file("target_sales/2026-06-09/sales.csv.gz", FIRST).night(LocalDate.of(2026, 6, 17));

    Rows.assertRows(last.table(RetailerSales.TABLE), STANDING);
  }
}
