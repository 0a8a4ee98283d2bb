package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RetailTest {
  private static double sum(List<NamedCsvRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.getField(column))).sum();
  }

  private static double trueUnits(String retailer) {
    return SmallSample.truth("retailer_sales.csv").stream()
        .filter(row -> row.getField("retailer").equals(retailer))
        .filter(row -> row.getField("week_start").compareTo("2026-06-15") <= 0)
        .mapToDouble(row -> Double.parseDouble(row.getField("units")))
        .sum();
  }

  private static List<JsonNode> amazon() {
    return SmallSample.once("amazon_sales").stream().map(Sample::text).map(Sample::json).toList();
  }

  @Test
  void amazonGivesOneDocumentWhoseItemsAddUpToItsWeeks() {
    var document = amazon().get(0);
    Map<String, Long> units = new TreeMap<>();
    document
        .get("salesByAsin")
        .forEach(
            row ->
                units.merge(
                    row.get("startDate").textValue(),
                    row.get("orderedUnits").longValue(),
                    Long::sum));

    assertThat(document.get("reportSpecification").get("reportType").textValue())
        .isEqualTo("GET_VENDOR_SALES_REPORT");
    assertThat(document.get("salesAggregate"))
        .hasSameSizeAs(units.keySet())
        .allSatisfy(
            week ->
                assertThat(units.get(week.get("startDate").textValue()))
                    .isEqualTo(week.get("orderedUnits").longValue()));
  }

  @Test
  void walmartNumbersItsWeeksAndCorrectsTheLastOne() {
    Map<String, Long> first = new TreeMap<>();
    Map<String, Long> last = new TreeMap<>();
    SmallSample.rows(SmallSample.daily("walmart_sales"))
        .forEach(
            row -> {
              var key = row.getField("WM Week") + row.getField(2) + row.getField(3);
              long units = Long.parseLong(row.getField("POS Qty"));
              first.putIfAbsent(key, units);
              last.put(key, units);
            });

    assertThat(first.keySet()).allMatch(key -> key.substring(0, 6).matches("20\\d\\d[0-5]\\d"));
    assertThat(first).isNotEqualTo(last);
    first.forEach((key, units) -> assertThat(last.get(key)).isGreaterThanOrEqualTo(units));
  }

  @Test
  void targetTellsDollarsInThousands() {
    var rows = SmallSample.rows(SmallSample.once("target_sales")).toList();
    var row =
        rows.stream()
            .filter(sold -> !sold.getField("Sales U").equals("0"))
            .findFirst()
            .orElseThrow();
    var dollars = new BigDecimal(row.getField("Sales $ (000)")).movePointRight(3);

    assertThat(dollars.doubleValue() / Double.parseDouble(row.getField("Sales U")))
        .isBetween(5.0, 200.0);
    assertThat(row.getField("Fiscal Week End Date")).matches("\\d{1,2}/\\d{1,2}/20\\d\\d");
  }

  @Test
  void thePanelSeesTooLittleOfOnePartnerAndTooMuchOfTheOther() {
    var year = SmallSample.truth("retailer_sales.csv").get(0).getField("week_start");
    Map<String, Double> seen =
        SmallSample.rows(SmallSample.once("retail_panel"))
            .filter(row -> row.getField("period_end").compareTo(year) > 0)
            .collect(
                Collectors.groupingBy(
                    row -> row.getField("retailer"),
                    Collectors.summingDouble(
                        row -> Double.parseDouble(row.getField("est_units")))));

    assertThat(seen.get("walmart") / trueUnits("walmart")).isCloseTo(.91, within(.02));
    assertThat(seen.get("target") / trueUnits("target")).isCloseTo(1.06, within(.02));
  }

  @Test
  void soldIsTheBaseAndWhatMediaAdd() {
    var from = SmallSample.truth("retailer_sales.csv").get(0).getField("week_start");
    var effects =
        SmallSample.truth("media_effects.csv").stream()
            .filter(row -> row.getField("week_start").compareTo(from) >= 0)
            .filter(row -> row.getField("week_start").compareTo("2026-06-22") <= 0)
            .toList();
    double sold = sum(SmallSample.truth("retailer_sales.csv"), "units");

    assertThat(sum(effects, "incremental_units")).isCloseTo(sold, withinPercentage(1));
  }

  @Test
  void testsSilenceTheirMediumAndLoseWhatItSells() {
    for (var test : SmallSample.truth("geo_tests.csv")) {
      assertThat(Double.parseDouble(test.getField("lift_percent"))).isBetween(1.0, 15.0);
    }
    var silent =
        SmallSample.rows(SmallSample.once("geo_holdouts"))
            .filter(row -> row.getField("test_id").equals("GEO-VIDEO-KIDS"))
            .filter(row -> row.getField("treatment").equals("holdout"))
            .toList();
    var markets = silent.stream().map(row -> row.getField("market_code")).toList();

    assertThat(markets).hasSize(4);
    assertThat(SmallSample.rows(SmallSample.once("market_delivery")))
        .filteredOn(row -> row.getField("channel").equals("video"))
        .filteredOn(row -> row.getField("brand").equals("Kids"))
        .filteredOn(row -> markets.contains(row.getField("market_code")))
        .filteredOn(
            row -> row.getField("week_start").compareTo(silent.get(0).getField("starts_on")) >= 0)
        .filteredOn(
            row -> row.getField("week_start").compareTo(silent.get(0).getField("ends_on")) <= 0)
        .isEmpty();
  }

  @Test
  void impressionsAreReachTimesFrequency() {
    assertThat(SmallSample.rows(SmallSample.once("market_delivery")))
        .hasSizeGreaterThan(3000)
        .allSatisfy(
            row -> {
              double seen =
                  Double.parseDouble(row.getField("reach"))
                      * Double.parseDouble(row.getField("frequency"));
              double impressions = Double.parseDouble(row.getField("impressions"));
              assertThat(seen).isCloseTo(impressions, within(3 + impressions * .002));
            });
  }

  @Test
  void everyClickOutIsAnEventOfItsVisit() {
    var events =
        SmallSample.objects(SmallSample.once("ga4_events"))
            .filter(event -> event.get("event_name").textValue().equals("find_retailer"))
            .map(event -> event.get("user_pseudo_id").textValue())
            .collect(Collectors.toSet());
    var clicks =
        SmallSample.rows(SmallSample.once("retailer_clicks"))
            .filter(row -> row.getField("clicked_at").compareTo("2026-06-26") < 0)
            .toList();

    assertThat(clicks).hasSizeGreaterThan(20);
    assertThat(events).containsAll(clicks.stream().map(row -> row.getField("client_id")).toList());
  }
}
