package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.sample.consent.Statement;
import io.tributary.sample.consent.Statements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarketingTest {
  private static List<JsonNode> restOrders() {
    return SmallSample.daily("shop_orders").stream()
        .filter(path -> path.endsWith("kids.json.gz"))
        .filter(path -> !path.getParent().endsWith("2026-06-23"))
        .flatMap(path -> SmallSample.records(List.of(path), "orders"))
        .toList();
  }

  @Test
  void theSameOrdersComeThroughEveryConnector() {
    var rest = restOrders().stream().map(order -> order.get("id").asText()).toList();
    var airbyte =
        SmallSample.objects(SmallSample.daily("airbyte_shop_orders"))
            .map(record -> record.get("_airbyte_data"))
            .toList();
    var graphql = new ArrayList<String>();
    for (var path : SmallSample.daily("shop_orders_graphql")) {
      for (var edge : Sample.json(Sample.text(path)).at("/data/orders/edges")) {
        graphql.add(edge.at("/node/id").textValue().replace("gid://shopify/Order/", ""));
      }
    }
    var fivetran =
        SmallSample.rows(SmallSample.daily("fivetran_shop_orders"))
            .map(row -> row.getField("id"))
            .toList();

    assertThat(rest).isNotEmpty();
    assertThat(airbyte).containsExactlyInAnyOrderElementsOf(restOrders());
    assertThat(graphql).containsExactlyInAnyOrderElementsOf(rest);
    assertThat(fivetran).containsExactlyInAnyOrderElementsOf(rest);
  }

  @Test
  void theStrictestOfEachCollectorsLastWordCounts() {
    Map<String, Map<String, Boolean>> last = new HashMap<>();
    var statements = new Statements(SmallSample.SCALE);
    SmallSample.WORLD.forEachFamily(
        family ->
            statements.of(family).stream()
                .filter(said -> !said.at().toLocalDate().isAfter(SmallSample.LAST_DAY))
                .sorted(Comparator.comparing(Statement::at))
                .forEach(
                    said ->
                        last.computeIfAbsent(
                                "%d,%s,%s,%s"
                                    .formatted(
                                        said.person(),
                                        said.brand().slug(),
                                        said.purpose(),
                                        said.channel()),
                                topic -> new HashMap<>())
                            .put(said.source(), said.granted())));

    assertThat(SmallSample.truth("consent.csv"))
        .hasSameSizeAs(last.keySet())
        .allSatisfy(
            row -> {
              var words = last.get(String.join(",", row.getFields().subList(0, 4)));
              var strictest = words.containsValue(false) ? "denied" : "granted";
              assertThat(row.getField("status")).isEqualTo(strictest);
            });
  }

  @Test
  void everyKlaviyoEventHasItsProfileAndMetric() {
    var profiles = ids("klaviyo_profiles");
    var metrics = ids("klaviyo_metrics");

    assertThat(SmallSample.records(SmallSample.once("klaviyo_events"), "data"))
        .hasSizeGreaterThan(100)
        .allSatisfy(
            event -> {
              assertThat(event.at("/relationships/profile/data/id").asText()).isIn(profiles);
              assertThat(event.at("/relationships/metric/data/id").asText()).isIn(metrics);
            });
  }

  private static Set<String> ids(String source) {
    return SmallSample.records(SmallSample.once(source), "data")
        .map(record -> record.get("id").asText())
        .collect(Collectors.toSet());
  }

  @Test
  void redeemedCouponsExistAndMailingsReachedSomebody() {
    var codes =
        SmallSample.rows(SmallSample.once("coupons"))
            .map(row -> row.getField("code"))
            .collect(Collectors.toSet());

    assertThat(SmallSample.rows(SmallSample.once("coupon_redemptions")))
        .hasSizeGreaterThan(100)
        .allSatisfy(row -> assertThat(row.getField("code")).isIn(codes));
    assertThat(SmallSample.rows(SmallSample.once("mail_drops")))
        .hasSizeGreaterThan(100)
        .anySatisfy(
            row -> assertThat(Integer.parseInt(row.getField("recipients"))).isGreaterThan(20));
    assertThat(SmallSample.rows(SmallSample.daily("mail_drops")).count())
        .isEqualTo(SmallSample.rows(SmallSample.once("mail_drops")).count());
  }
}
