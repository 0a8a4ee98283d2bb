package io.tributary.silver;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tributary.bronze.source.Source;
import io.tributary.lake.FileOutcome.Counts;
import io.tributary.lake.RunReport;
import io.tributary.lake.YamlFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A retailer's real till lines, onboarded by configuration alone, against published figures. */
class OnlineRetailTest {
  private static final Path CONFIGURATION =
      Path.of(System.getProperty("project.root", ".."), "conf", "examples", "online-retail.yaml");

  @TempDir private Path folder;

  @Test
  void aYearOfTillLinesAddsUpToThePublishedFigures() throws IOException {
    Path landing = Path.of(System.getProperty("reference.data", "absent"), "retail");
    assumeTrue(
        Files.exists(landing.resolve("online_retail.csv.gz")),
        () -> "skipped: online_retail.csv.gz is not in " + landing);
    SilverHouse house =
        SilverHouse.large(
            folder.resolve("house"),
            landing,
            List.of(source()),
            new Business("GBP", "Europe/London", Map.of()));

    RunReport report = house.night(LocalDate.of(2011, 12, 9));

    assertThat(report.isPublished()).isTrue();
    assertThat(report.records()).isEqualTo(new Counts(541_909, 541_909, 0, 0, 0));
    assertThat(house.table(Orders.TABLE).count()).isEqualTo(19_959);
    Row sold =
        house
            .table(OrderLines.TABLE)
            .agg(count_distinct(Orders.ORDER_KEY.col()), sum(OrderLines.ORIGINAL_AMOUNT.col()))
            .first();
    assertThat(sold.getLong(0)).isEqualTo(19_959);
    assertThat(sold.getDecimal(1)).isEqualByComparingTo("10655622.484");
    Row returned =
        house
            .table(Returns.TABLE)
            .agg(count(lit(1)), sum(OrderLines.ORIGINAL_AMOUNT.col()))
            .first();
    assertThat(returned.getLong(0)).isEqualTo(9_288);
    assertThat(returned.getDecimal(1)).isEqualByComparingTo("896812.49");
    assertThat(house.table(CustomerRecord.TABLE).count()).isEqualTo(4_372);
    BigDecimal badDebts = new BigDecimal("-11062.06");
    assertThat(sold.getDecimal(1).subtract(returned.getDecimal(1)).add(badDebts))
        .isEqualByComparingTo("9747747.934");
  }

  private Source source() throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    JsonNode source = yaml.readTree(CONFIGURATION.toFile()).at("/sources/0");
    Path file = folder.resolve("online_retail.yaml");
    yaml.writeValue(file.toFile(), source);
    return YamlFile.read(file, Source.class);
  }
}
