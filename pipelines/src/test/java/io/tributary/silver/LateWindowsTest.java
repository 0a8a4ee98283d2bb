package io.tributary.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.source.Source;
import io.tributary.lake.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sample's own sources restate, as a platform would: by window, or by version. */
class LateWindowsTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("project.root", ".."), "conf", "sources");
  private static final LocalDate LAST = LocalDate.of(2026, 6, 3);

  @TempDir private static Path folder;

  private static SilverHouse dayByDay;

  @BeforeAll
  static void land() {
    ads();
    visits();
    app();
    orders();
    stock();
    dayByDay = house("days");
    for (LocalDate day = LAST.minusDays(2); !day.isAfter(LAST); day = day.plusDays(1)) {
      assertThat(dayByDay.night(day).isPublished()).isTrue();
    }
  }

  @Test
  void aDayOfAdsIsWhatTheNewestDeliveryThatHoldsItSays() {
    Rows.assertRows(
        dayByDay.table(AdSpend.TABLE),
        """
        ad | spend_date | cost  | claimed_orders | claimed_revenue
        a1 | 2026-05-06 | 11.00 | 2              | 80.5
        a1 | 2026-06-02 | 5.00  | -              | -
        """);
  }

  @Test
  void aVisitGrowsWithTheEventsThatComeLate() {
    Rows.assertRows(
        dayByDay.table(Touchpoints.TABLE),
        """
        touchpoint_key             | happened_at         | ended_at            | channel        | is_engaged | customer_record_key    | order_key
        100/ga4/home/u1            | 2026-06-01 10:00:00 | 2026-06-01 10:05:00 | video          | true       | shop_customers/home/42 | shop/home/7
        200/ga4/home/u2            | 2026-06-01 11:00:00 | 2026-06-01 11:00:00 | organic_search | false      | -                      | -
        300/app/com.prism.home/p1  | 2026-06-01 09:00:00 | 2026-06-01 09:20:00 | direct         | -          | -                      | -
        """);
  }

  @Test
  void ofAnOrderTheLatestUpdateCountsWheneverItComes() {
    Rows.assertRows(
        dayByDay.table(Orders.TABLE),
        """
        order_key   | status
        shop/home/7 | cancelled
        """);
    Rows.assertRows(
        dayByDay.table(OrderLines.TABLE),
        """
        line_key      | quantity | net_amount
        shop/home/7/1 | 1        | 20.00
        """);
  }

  @Test
  void aFigureWithoutAVersionIsWhatTheNewestDeliverySays() {
    Rows.assertRows(
        dayByDay.table(Inventory.TABLE),
        """
        sku  | on_hand
        HM-1 | 10
        HM-2 | 35
        HM-3 | 9
        HM-4 | 3
        """);
  }

  @Test
  void nightByNightEqualsAllAtOnce() {
    SilverHouse atOnce = house("once");

    assertThat(atOnce.night(LAST).isPublished()).isTrue();

    assertThat(sorted(atOnce.silver())).isEqualTo(sorted(dayByDay.silver()));
  }

  private static Map<String, List<String>> sorted(Map<String, List<String>> tables) {
    tables.replaceAll((table, rows) -> rows.stream().sorted().toList());
    return tables;
  }

  private static void ads() {
    file(
        "meta_ads/2026-06-01/home.json.gz",
        data(ad("a1", "2026-05-06", "10.00", "1"), ad("a2", "2026-05-06", "7.00", "0")));
    file(
        "meta_ads/2026-06-02/home.json.gz",
        data(ad("a1", "2026-05-06", "11.00", "2"), ad("a1", "2026-06-02", "4.00", null)));
    file("meta_ads/2026-06-03/home.json.gz", data(ad("a1", "2026-06-02", "5.00", null)));
  }

  private static String data(String... ads) {
    return "{\"data\":[" + String.join(",", ads) + "]}";
  }

  private static String ad(String name, String day, String spend, String purchases) {
    String actions =
        purchases == null
            ? ""
            : """
              "actions":[{"action_type":"link_click","value":"9"},{"action_type":"purchase","value":"%1$s"},\
              {"action_type":"omni_purchase","value":"%1$s"}],\
              "action_values":[{"action_type":"purchase","value":"80.5"}],"""
                .formatted(purchases)
                .strip();
    return """
        {"account_id":"1","account_currency":"USD","ad_id":"%1$s","ad_name":"%1$s",\
        "campaign_name":"c",%2$s"impressions":"100","spend":"%3$s","inline_link_clicks":"3","reach":"5","date_start":"%4$s"}"""
        .formatted(name, actions, spend, day);
  }

  private static void visits() {
    String first = event("10:00:00", "session_start", "u1/100/video", "\"int_value\":\"0\"", "");
    String view = event("10:01:00", "page_view", "u1/100/video", "\"string_value\":\"1\"", "");
    String bought =
        event(
            "10:05:00",
            "purchase",
            "u1/100/video",
            "\"int_value\":\"1\"",
            ",\"user_id\":\"42\",\"ecommerce\":{\"transaction_id\":\"7\"}");
    String other = event("11:00:00", "session_start", "u2/200/organic", "\"int_value\":\"0\"", "");
    file("ga4_events/2026-06-01/home.jsonl.gz", view + "\n");
    file("ga4_events/2026-06-02/home.jsonl.gz", view + "\n" + other + "\n" + bought + "\n");
    file(
        "ga4_events/2026-06-03/home.jsonl.gz",
        String.join("\n", bought, first, other, view, view) + "\n");
  }

  /** An event of a visit, which is told as user, number and medium. */
  private static String event(String time, String name, String visit, String engaged, String more) {
    long micros = Instant.parse("2026-06-01T" + time + "Z").toEpochMilli() * 1000;
    List<String> parts = List.of(visit.split("/"));
    return """
        {"event_date":"20260601","event_timestamp":"%d","event_name":"%s","user_pseudo_id":"%s",\
        "event_params":[{"key":"ga_session_id","value":{"int_value":"%s"}},\
        {"key":"medium","value":{"string_value":"%s"}},\
        {"key":"session_engaged","value":{%s}}]%s}"""
        .formatted(micros, name, parts.get(0), parts.get(1), parts.get(2), engaged, more);
  }

  private static void app() {
    String header =
        "event_timestamp,event_name,user_pseudo_id,user_id,app_id,ga_session_id,medium,campaign,transaction_id\n";
    file(
        "app_events/2026-06-01/events.csv.gz",
        header + "1780305600000000,open,p1,,com.prism.home,300,(none),,\n");
    file(
        "app_events/2026-06-03/events.csv.gz",
        header
            + "1780305600000000,open,p1,,com.prism.home,300,(none),,\n"
            + "1780304400000000,session_start,p1,,com.prism.home,300,(none),,\n");
  }

  private static void orders() {
    file("shop_orders/2026-06-01/home.json.gz", order("2026-06-01T10:05:00Z", "null", 2));
    file(
        "shop_orders/2026-06-02/home.json.gz",
        order("2026-06-02T10:00:00Z", "\"2026-06-02T10:00:00Z\"", 1));
    file("shop_orders/2026-06-03/home.json.gz", order("2026-06-01T12:00:00Z", "null", 3));
  }

  private static String order(String updated, String cancelled, int quantity) {
    return """
        {"orders":[{"id":7,"created_at":"2026-06-01T10:05:00Z","updated_at":"%s","cancelled_at":%s,\
        "currency":"USD","customer":{"id":42},"source_name":"web","financial_status":"paid",\
        "total_price":"40.00","line_items":[{"id":1,"sku":"A","quantity":%d,"price":"20.00"}]}]}"""
        .formatted(updated, cancelled, quantity);
  }

  private static void stock() {
    stock(1, "HM-1,40", "HM-2,41", "HM-3,7", "HM-4,3");
    stock(2, "HM-1,10", "HM-2,36", "HM-3,9");
    stock(3, "HM-2,35");
  }

  private static void stock(int day, String... figures) {
    StringBuilder text = new StringBuilder("sku,on_hand,stock_date,warehouse\n");
    Stream.of(figures).forEach(figure -> text.append(figure).append(",2026-05-31,DC-1\n"));
    file("erp_stock/2026-06-0" + day + "/stock.csv.gz", text.toString());
  }

  private static SilverHouse house(String name) {
    List<Source> sources =
        Stream.of("meta_ads", "ga4_events", "app_events", "shop_orders", "erp_stock")
            .map(source -> YamlFile.read(SOURCES.resolve(source + ".yaml"), Source.class))
            .toList();
    Business business = new Business("USD", "America/New_York", Map.of());
    return new SilverHouse(folder.resolve(name), folder.resolve("landing"), sources, business);
  }

  private static void file(String path, String text) {
    try {
      Path file = folder.resolve("landing").resolve(path);
      Files.createDirectories(file.getParent());
      try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(text.getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
