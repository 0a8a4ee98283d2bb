package io.tributary.silver;

import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.source.Source;
import io.tributary.lake.YamlFile;
import io.tributary.lake.ops.Files;
import io.tributary.lake.ops.Quarantine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night did not do, or did not see, the next one makes up for. */
class MissedNightsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final String LINES =
      """
      name: till
      format: csv
      delivery: %s
      feeds:
        order_lines:
          columns:
            line_key: %s
            order_key: record:receipt
            brand: "'Home'"
            ordered_at: record:at
            sku: record:sku
            quantity: "1"
            unit_price: record:amount
            original_amount: record:amount
            currency: record:currency
      """;
  private static final String HEADER = "receipt,at,sku,amount,currency\n";
  private static final String R1 = "R1,2026-06-01T10:00:00Z,A,10,EUR\n";
  private static final String R2 = "R2,2026-06-01T11:00:00Z,A,20,CHF\n";
  private static final String ALL =
      """
      order_key
      R1
      R2
      """;

  @TempDir private Path folder;

  @Test
  void aTableLeftOutWhenACurrencyGotItsFirstRateTakesTheRecordsThatWaitedForIt() {
    SilverHouse house = house("append", "record:receipt");
    file("rates/2026-06-01/r.csv", "date,currency,rate\n2026-06-01,EUR,1.10\n");
    file("till/2026-06-01/t.csv", HEADER + R1 + R2);
    house.night(DAY);
    file("rates/2026-06-02/r.csv", "date,currency,rate\n2026-06-01,CHF,1.20\n");
    house.night(DAY.plusDays(1), file -> true, step -> !step.name().equals("silver.order_lines"));

    house.night(DAY.plusDays(2));

    Rows.assertRows(house.table(OrderLines.TABLE), ALL);
  }

  @Test
  void filesOfSeveralNightsThatAreJudgedInOneAreHeldAgainstEachOther() {
    SilverHouse house = house("append", "record_key");
    file("rates/2026-06-01/r.csv", "date,currency,rate\n2026-06-01,EUR,1.10\n");
    file("till/2026-06-01/a.csv", HEADER + R1);
    house.night(DAY, file -> true, SilverHouse::isBronze);
    file("till/2026-06-02/a.csv", HEADER + R1);

    house.night(DAY.plusDays(1));

    Rows.assertRows(house.table(OrderLines.TABLE), "order_key\nR1\n");
    Rows.assertRows(
        outcomes(house),
        """
        accepted | duplicate | superseded | landed
        1        | 0         | 0          | 1
        0        | 1         | 0          | 1
        """);
  }

  @Test
  void whatIsWrongWithARateIsToldThoughTheGateOfRatesClosed() {
    SilverHouse house = house("append", "record_key");
    file(
        "rates/2026-06-01/r.csv",
        "date,currency,rate\n2026-06-01,EUR,1.10\n2026-6-1,EUR,1.10\n2026-06-01,GBP,abc\n");
    file("till/2026-06-01/t.csv", HEADER + R1 + "R9,2026-06-01T10:00:00Z,A,many,EUR\n");

    assertThat(house.night(DAY).isPublished()).isFalse();

    Rows.assertRows(house.table(Quarantine.TABLE), "source | position\nrates  | 2\n");
  }

  private static Dataset<Row> outcomes(SilverHouse house) {
    return house
        .table(Files.TABLE)
        .where("source = 'till'")
        .groupBy("file")
        .agg(
            sum("accepted").as("accepted"),
            sum("duplicate").as("duplicate"),
            sum("superseded").as("superseded"),
            sum("landed").as("landed"));
  }

  private SilverHouse house(String delivery, String key) {
    List<Source> sources = List.of(NightFiles.source("rates"), till(delivery, key));
    Business business = new Business("USD", "UTC", Map.of());
    return new SilverHouse(folder.resolve("house"), folder.resolve("landing"), sources, business);
  }

  private void file(String path, String content) {
    new NightFiles(folder.resolve("landing")).file(path, content);
  }

  private Source till(String delivery, String key) {
    try {
      Path yaml = folder.resolve("till.yaml");
      java.nio.file.Files.writeString(yaml, LINES.formatted(delivery, key));
      return YamlFile.read(yaml, Source.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
