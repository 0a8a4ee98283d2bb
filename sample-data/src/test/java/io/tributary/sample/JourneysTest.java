package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.sample.journey.Cause;
import io.tributary.sample.journey.Journeys;
import io.tributary.sample.journey.Session;
import io.tributary.sample.journey.Way;
import io.tributary.sample.world.Moment;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JourneysTest {
  private static Set<String> orders(Predicate<JsonNode> placed) {
    return SmallSample.records(SmallSample.daily("shop_orders"), "orders")
        .filter(order -> !order.get("test").booleanValue())
        .filter(
            order -> !order.get("landing_site").isNull() || !order.get("referring_site").isNull())
        .filter(order -> order.get("created_at").textValue().compareTo("2025-02-20") > 0)
        .filter(placed)
        .map(order -> order.get("id").asText())
        .collect(Collectors.toSet());
  }

  private static Stream<JsonNode> purchases() {
    return SmallSample.objects(SmallSample.daily("ga4_events"))
        .filter(event -> event.get("event_name").textValue().equals("purchase"));
  }

  @Test
  void everyWebOrderThatHasArrivedHasItsPurchaseEvent() {
    var known =
        purchases()
            .map(event -> event.get("ecommerce").get("transaction_id").textValue())
            .collect(Collectors.toSet());
    var placed = orders(order -> order.get("source_name").textValue().equals("web"));

    assertThat(known).hasSizeGreaterThan(300);
    var missing = new HashSet<>(placed);
    missing.removeAll(known);
    assertThat(missing).as("late events").hasSizeLessThan(placed.size() / 50);
  }

  @Test
  void everyAppOrderThatHasArrivedHasItsPurchaseEvent() {
    var known =
        SmallSample.rows(SmallSample.daily("app_events"))
            .map(event -> event.getField("transaction_id"))
            .collect(Collectors.toSet());
    var placed =
        orders(order -> List.of("ios", "android").contains(order.get("source_name").textValue()));

    assertThat(known).hasSizeGreaterThan(100);
    var missing = new HashSet<>(placed);
    missing.removeAll(known);
    assertThat(missing).as("late events").hasSizeLessThan(placed.size() / 50);
  }

  @Test
  void daysThatComeAgainEndAsTheyAreInOneDelivery() {
    var again =
        SmallSample.objects(SmallSample.daily("ga4_events")).map(JsonNode::toString).toList();
    var once = SmallSample.objects(SmallSample.once("ga4_events")).map(JsonNode::toString).toList();

    assertThat(again).hasSizeGreaterThan(once.size());
    assertThat(new HashSet<>(again)).isEqualTo(new HashSet<>(once)).hasSize(once.size());
  }

  @Test
  void aReasonIsAVisitBeforeTheOrder() {
    var journeys = new Journeys(SmallSample.WORLD);
    var begin = SmallSample.SCALE.firstDay().plusDays(40).atStartOfDay();
    SmallSample.WORLD.forEachFamily(
        family -> {
          var browsing = journeys.of(family);
          for (var cause : browsing.causes()) {
            if (cause.reason().isPresent() && cause.order().at().isAfter(begin)) {
              assertThat(browsing.sessions()).anyMatch(session -> explains(cause, session));
            }
          }
        });
  }

  private static boolean explains(Cause cause, Session session) {
    LocalDateTime at = Moment.utc(cause.order().at(), cause.order().brand().zone());
    return session.origin().way() == cause.reason().orElseThrow()
        && session.person().equals(cause.order().buyer())
        && session.startedAt().isBefore(at)
        && session.startedAt().isAfter(at.minusDays(30));
  }

  @Test
  void lastClicksPraiseBrandedSearchAndVideoDoesTheWork() {
    assertThat(sum(Way.BRAND_SEARCH, "last_click_orders")).isGreaterThan(50);
    assertThat(sum(Way.BRAND_SEARCH, "incremental_orders")).isZero();
    assertThat(sum(Way.AFFILIATE, "incremental_orders")).isZero();
    assertThat(sum(Way.VIDEO, "incremental_orders"))
        .isGreaterThan(4 * sum(Way.VIDEO, "last_click_orders"));
  }

  private static long sum(Way way, String column) {
    return SmallSample.truth("channels.csv").stream()
        .filter(row -> row.getField("channel").equals(way.slug()))
        .mapToLong(row -> Long.parseLong(row.getField(column)))
        .sum();
  }
}
