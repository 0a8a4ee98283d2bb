package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StockTest {
  private static final Map<String, Integer> ON_HAND =
      SmallSample.rows(SmallSample.once("erp_stock"))
          .collect(
              Collectors.toMap(
                  row -> row.getField("stock_date") + row.getField("sku"),
                  row -> Integer.valueOf(row.getField("on_hand"))));

  @Test
  void aDayOfEachUnitIsToldOnceAndNeverNegative() {
    assertThat(ON_HAND.values()).hasSizeGreaterThan(20_000).allMatch(units -> units >= 0);
    assertThat(SmallSample.rows(SmallSample.daily("erp_stock")).count()).isEqualTo(ON_HAND.size());
  }

  @Test
  void nothingIsSoldWhereNothingIsLeft() {
    Map<String, Integer> sold = new HashMap<>();
    SmallSample.records(SmallSample.once("shop_orders"), "orders")
        .filter(order -> !order.get("test").booleanValue())
        .forEach(
            order ->
                order
                    .get("line_items")
                    .forEach(
                        line ->
                            sold.merge(
                                order.get("created_at").textValue().substring(0, 10)
                                    + line.get("sku").textValue(),
                                1,
                                Integer::sum)));
    var gaps = SmallSample.truth("stock_outs.csv");

    for (var gap : gaps) {
      for (var day : days(gap.getField("from"), gap.getField("to"))) {
        if (gap.getField("sold_units").equals("0")) {
          assertThat(sold).doesNotContainKey(day + gap.getField("sku"));
          assertThat(ON_HAND.getOrDefault(day + gap.getField("sku"), 0)).isZero();
        }
      }
    }
    assertThat(gaps).isNotEmpty();
  }

  private static List<LocalDate> days(String from, String to) {
    return LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).toList();
  }

  @Test
  void theShoeIsScarceWhileItIsAdvertised() {
    var shoe =
        SmallSample.truth("stock_outs.csv").stream()
            .filter(gap -> Double.parseDouble(gap.getField("ad_cost_usd")) > 0)
            .toList();
    var units = shoe.stream().map(gap -> gap.getField("sku")).collect(Collectors.toSet());
    double spent =
        shoe.stream().mapToDouble(gap -> Double.parseDouble(gap.getField("ad_cost_usd"))).sum();

    assertThat(spent).isBetween(39_999.9, 40_000.1);
    assertThat(scarce(units)).allMatch(left -> left <= 8);
    assertThat(shoe)
        .allSatisfy(
            gap ->
                assertThat(Double.parseDouble(gap.getField("wasted_ad_cost_usd")))
                    .isGreaterThan(0.5 * Double.parseDouble(gap.getField("ad_cost_usd"))));
  }

  private static Stream<Integer> scarce(Set<String> units) {
    return ON_HAND.entrySet().stream()
        .filter(entry -> units.contains(entry.getKey().substring(10)))
        .filter(entry -> entry.getKey().compareTo("2026-04-22") >= 0)
        .map(Map.Entry::getValue);
  }

  @Test
  void theCatalogueKnowsEveryUnitInStock() {
    var items =
        SmallSample.rows(SmallSample.once("erp_catalogue"))
            .map(row -> row.getField("SKU"))
            .collect(Collectors.toSet());
    var stocked =
        ON_HAND.keySet().stream().map(key -> key.substring(10)).collect(Collectors.toSet());

    assertThat(items).isEqualTo(stocked);
  }
}
