package io.tributary.gold.customer;

import static io.tributary.Rows.assertRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.TestSpark;
import io.tributary.lake.TributaryException;
import io.tributary.models.rfm.DecisionTable;
import io.tributary.models.rfm.Level;
import io.tributary.models.rfm.RfmCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentTableTest {
  private static final DecisionTable TABLE = new DecisionTable(Given.SEGMENTS.segments());

  @TempDir Path folder;

  @Test
  void everyCellHasTheSegmentTheStudyGivesIt() {
    assertThat(RfmCell.all())
        .allSatisfy(cell -> assertThat(TABLE.decide(cell).segment()).isEqualTo(study(cell)));
  }

  @Test
  void theQuintileCellsOfBuyersWhoAreNotNewPartIntoFiveSegmentsAndNoneIsEmpty() {
    Map<String, Integer> cells = new HashMap<>();
    for (RfmCell cell : quintileCells(false)) {
      cells.merge(TABLE.decide(cell).segment(), 1, Integer::sum);
    }

    // Of 5 x 5 x 5: 2x2x2; 3x3x5 less those; 3x2x5; 2x(5x5 less 3x3); 2x3x3.
    assertThat(cells)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Champions", 8,
                "Loyalists", 37,
                "Promising", 30,
                "At Risk", 32,
                "Hibernating", 18));
    assertThat(quintileCells(true))
        .allSatisfy(cell -> assertThat(TABLE.decide(cell).segment()).isEqualTo("New Customers"));
  }

  @Test
  void theColumnDecidesEveryQuintileCellAsTheTableDoes() {
    Dataset<Row> decided = Given.SEGMENTS.addTo(everyQuintileCell(), Given.termsAsOf("2026-06-30"));

    assertThat(decided.collectAsList())
        .hasSize(250)
        .allSatisfy(
            row -> {
              var rule = TABLE.decide(cell(row));
              assertThat(row.<String>getAs("segment")).isEqualTo(rule.segment());
              assertThat(row.<String>getAs("primary_channel")).isEqualTo(rule.primaryChannel());
              assertThat(row.<String>getAs("campaign_strategy")).isEqualTo(rule.campaignStrategy());
            });
  }

  @Test
  void aBuyerIsNewForNinetyDaysTheFirstIncluded() {
    var buyers =
        buyers(
            RowFactory.create(1L, 9L, 0L, "2026-04-02", "low", "low", "low"),
            RowFactory.create(1L, 10L, 0L, "2026-04-01", "low", "low", "low"),
            RowFactory.create(1L, 31L, 1L, "2026-06-30", "low", "low", "low"),
            RowFactory.create(2L, 31L, 0L, "2026-01-01", "low", "low", "high"),
            RowFactory.create(1L, 1L, 3L, "2026-01-01", "high", "high", "high"),
            RowFactory.create(0L, 0L, 3L, null, null, null, null));

    assertRows(
        Given.SEGMENTS.addTo(buyers, Given.termsAsOf("2026-06-30")),
        """
        first_order_date | orders | units | segment       | volume_segment
        2026-04-02       | 1      | 9     | New Customers | Low
        2026-04-01       | 1      | 10    | Hibernating   | Mid
        2026-06-30       | 1      | 31    | New Customers | Mid
        2026-01-01       | 2      | 31    | At Risk       | High
        2026-01-01       | 1      | 1     | Champions     | Low
        -                | 0      | 0     | -             | No Orders
        """);
  }

  @Test
  void aFaultyFileIsRefusedWithItsNameAndTheFault() throws IOException {
    var house = Files.readString(conf());

    refused(house.replace("recency: [high]", "recncy: [high]"), "unknown key 'recncy'", "recency");
    refused(house.replace("[high, medium]", "[high, mid]"), "'mid'", "low, medium, high");
    refused(house.replace("new_customer_days: 90", "new_customer_days: 0"), "new_customer_days");
    refused(house.replace("new_customer_days: 90", ""), "new_customer_days");
    refused(house.replace("- {}", "- monetary: [high]"), "no segment takes a buyer");
    refused(house.replace("segment: Loyalists", "segment: Champions"), "Champions stands twice");
    refused(house.replace("      - is_new: true", "      - {}"), "can have nobody");
    refused(house.replace("primary_channel: app", ""), "primary channel of Champions is missing");
    refused("new_customer_days: 90\n", "'segments' is missing");
  }

  private void refused(String yaml, String... words) throws IOException {
    Path file = Files.writeString(folder.resolve("segments.yaml"), yaml);
    assertThatThrownBy(() -> SegmentTable.load(file))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("segments.yaml")
        .hasMessageContainingAll(words);
  }

  private static Path conf() {
    return Path.of(System.getProperty("project.root"), "conf", "segments.yaml");
  }

  /** The six segments in the words of the study. */
  private static String study(RfmCell cell) {
    boolean recent = cell.recency() != Level.LOW;
    boolean frequent = cell.frequency() == Level.HIGH;
    boolean rich = cell.monetary() == Level.HIGH;
    if (cell.isNew()) {
      return "New Customers";
    }
    if (recent && cell.frequency() == Level.LOW) {
      return "Promising";
    }
    if (recent) {
      return cell.recency() == Level.HIGH && frequent && rich ? "Champions" : "Loyalists";
    }
    return frequent || rich ? "At Risk" : "Hibernating";
  }

  private static List<RfmCell> quintileCells(boolean isNew) {
    List<RfmCell> cells = new ArrayList<>();
    for (int code = 0; code < 125; code++) {
      cells.add(
          new RfmCell(
              isNew,
              Level.ofQuintile(code / 25 + 1),
              Level.ofQuintile(code / 5 % 5 + 1),
              Level.ofQuintile(code % 5 + 1)));
    }
    return cells;
  }

  private static Dataset<Row> everyQuintileCell() {
    List<RfmCell> cells = new ArrayList<>(quintileCells(true));
    cells.addAll(quintileCells(false));
    return buyers(
        cells.stream()
            .map(
                cell ->
                    RowFactory.create(
                        1L,
                        1L,
                        0L,
                        cell.isNew() ? "2026-06-30" : "2020-01-01",
                        cell.recency().text(),
                        cell.frequency().text(),
                        cell.monetary().text()))
            .toArray(Row[]::new));
  }

  private static Dataset<Row> buyers(Row... rows) {
    var schema =
        StructType.fromDDL(
            """
            orders bigint, units bigint, returned_units bigint, first_order_date string,
            recency_level string, frequency_level string, monetary_level string\
            """);
    return TestSpark.session()
        .createDataFrame(List.of(rows), schema)
        .selectExpr("* except (first_order_date)", "cast(first_order_date as date)");
  }

  private static RfmCell cell(Row row) {
    return new RfmCell(
        row.getAs("first_order_date").toString().startsWith("2026"),
        Level.valueOf(row.<String>getAs("recency_level").toUpperCase(Locale.ROOT)),
        Level.valueOf(row.<String>getAs("frequency_level").toUpperCase(Locale.ROOT)),
        Level.valueOf(row.<String>getAs("monetary_level").toUpperCase(Locale.ROOT)));
  }
}
