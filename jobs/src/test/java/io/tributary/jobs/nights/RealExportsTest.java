package io.tributary.jobs.nights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.jobs.command.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real exports of six vendors, onboarded by YAML alone, against what their files say themselves.
 */
class RealExportsTest {
  private static final Path DATA = Path.of(System.getProperty("reference.data", "absent"));
  private static final Path SHOPIFY = DATA.resolve("native/shopify_admin_api_fixtures");
  private static final Path ZENDESK = DATA.resolve("native/fivetran_zendesk_seeds");
  private static final Path KLAVIYO = DATA.resolve("native/fivetran_klaviyo_seeds");
  private static final Path AMAZON = DATA.resolve("native/amazon_sp_api_report_examples");
  private static final Path META = DATA.resolve("native/meta_ads_insights/insights_sample.json");
  private static final Path EVENTS = DATA.resolve("events/retentioneering_ecom.csv.gz");

  /** Channels that the shop calls otherwise. */
  private static final Map<String, String> CHANNELS =
      Map.of("organic", "organic_search", "social", "organic_social");

  /** What the exports feed, and all that feeds it; who is whom is told elsewhere. */
  private static final String TABLES =
      Stream.of(
              "orders",
              "order_lines",
              "returns",
              "products",
              "customer_record",
              "feedback",
              "touchpoints",
              "ad_spend",
              "retailer_sales")
          .map(table -> "+silver." + table)
          .collect(Collectors.joining(","));

  @TempDir private static Path folder;

  @BeforeAll
  static void theNight() {
    if (isThere()) {
      Shell.keepSpark();
      Shell.Outcome night = tributary("run", "--select", TABLES, "--landing", DATA.toString());
      assertThat(night.exitCode()).as(night.out() + night.err()).isZero();
    }
  }

  @BeforeEach
  void exports() {
    assumeTrue(isThere(), () -> "skipped: the real exports are not in " + DATA);
  }

  private static boolean isThere() {
    return Stream.of(SHOPIFY, ZENDESK, KLAVIYO, AMAZON, META, EVENTS).allMatch(Files::exists);
  }

  private static Shell.Outcome tributary(String... arguments) {
    return Shell.under("conf/examples/real-exports.yaml", folder.resolve("lakehouse"), arguments);
  }

  private static List<String> rows(String query) {
    Shell.Outcome outcome = tributary("sql", query, "--csv");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome.out().lines().skip(1).toList();
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** The lines of a CSV file below its header; none of these files breaks a line within a cell. */
  private static List<String> lines(Path csv) throws IOException {
    return Files.readAllLines(csv).stream().skip(1).filter(line -> !line.isBlank()).toList();
  }

  private static List<String[]> events() throws IOException {
    List<String[]> events = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(EVENTS)), StandardCharsets.UTF_8))) {
      reader.lines().skip(1).forEach(line -> events.add(line.split(",", -1)));
    }
    return events;
  }

  private static BigDecimal sum(Stream<JsonNode> amounts) {
    return amounts
        .map(amount -> new BigDecimal(amount.asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The articles' weeks that count: both programmes, as made. */
  private static List<JsonNode> amazon() throws IOException {
    return Stream.concat(
            each(json(AMAZON.resolve("vendorSalesReport.example0.json")).get("salesByAsin")),
            each(json(AMAZON.resolve("vendorSalesReport.example1.json")).get("salesByAsin")))
        .toList();
  }

  private static long amazonRecords() throws IOException {
    long sourced =
        json(AMAZON.resolve("vendorSalesReport.example2.json")).get("salesByAsin").size();
    return amazon().size() + sourced;
  }

  @Test
  void everyRecordOfEveryFileIsAccepted() throws IOException {
    Map<String, Long> records = new TreeMap<>();
    records.put("amazon_vendor_sales", amazonRecords());
    records.put("klaviyo_mailings", (long) lines(KLAVIYO.resolve("event.csv")).size());
    records.put("klaviyo_people", (long) lines(KLAVIYO.resolve("person.csv")).size());
    records.put("meta_insights", (long) json(META).get("data").size());
    records.put("retentioneering_events", (long) events().size());
    records.put("shopify_catalogue", (long) json(SHOPIFY.resolve("products.json")).size());
    records.put(
        "shopify_customers",
        (long) json(SHOPIFY.resolve("customers_search.json")).get("customers").size());
    records.put("shopify_order_lines", 1L);
    records.put(
        "shopify_order_list", (long) json(SHOPIFY.resolve("orders.json")).get("orders").size());
    records.put("shopify_refund", 1L);
    records.put("zendesk_tickets", (long) lines(ZENDESK.resolve("ticket_data.csv")).size());
    records.put("zendesk_users", (long) lines(ZENDESK.resolve("user_data.csv")).size());

    assertThat(
            rows(
                "select source, sum(landed), sum(accepted), sum(quarantined) from ops.files"
                    + " group by source order by source"))
        .isEqualTo(
            records.entrySet().stream()
                .map(
                    one ->
                        String.join(
                            ",",
                            one.getKey(),
                            one.getValue().toString(),
                            one.getValue().toString(),
                            "0"))
                .toList());
  }

  @Test
  void theOrderItsLinesAndItsRefundComeToWhatTheirDocumentsSay() throws IOException {
    JsonNode listed = json(SHOPIFY.resolve("orders.json")).at("/orders/0");
    JsonNode lines = json(SHOPIFY.resolve("order.json")).at("/order/line_items");
    JsonNode refunded = json(SHOPIFY.resolve("refund.json")).at("/refund/refund_line_items");
    List<JsonNode> variants =
        each(json(SHOPIFY.resolve("products.json")))
            .flatMap(product -> each(product.get("variants")))
            .map(variant -> variant.get("price"))
            .toList();
    BigDecimal given = sum(each(refunded).map(line -> line.at("/line_item/price")));

    assertThat(
            rows(
                """
                select 'orders', order_key, concat_ws(' ', customer_record_key, status)
                from silver.orders
                union all
                select 'order_lines', string(count(*)), string(sum(net_amount))
                from silver.order_lines join silver.orders using (order_key)
                union all
                select 'returns', string(count(*)), string(sum(amount))
                from silver.returns join silver.orders using (order_key)
                union all
                select 'products', string(count(*)), string(cast(sum(price) as decimal(18,2)))
                from silver.products
                """))
        .containsExactlyInAnyOrder(
            "orders,shopify/%s,shopify_customers/%s completed"
                .formatted(listed.get("id").asText(), listed.at("/customer/id").asText()),
            "order_lines,%d,%s"
                .formatted(lines.size(), listed.get("total_line_items_price").asText()),
            "returns,%d,%s".formatted(refunded.size(), given),
            "products,%d,%s".formatted(variants.size(), sum(variants.stream())));
  }

  @Test
  void peopleTicketsAndMailsAreAsManyAsTheirFilesTell() throws IOException {
    long people = lines(KLAVIYO.resolve("person.csv")).size();
    long askers =
        lines(ZENDESK.resolve("user_data.csv")).stream()
            .filter(line -> line.contains(",end-user,"))
            .count();
    long mails =
        lines(KLAVIYO.resolve("event.csv")).stream()
            .filter(line -> line.contains(",Received Email,"))
            .count();
    List<String> expected =
        new ArrayList<>(
            List.of(
                "klaviyo_people," + people,
                "shopify_customers,1",
                "zendesk_users," + askers,
                "send," + mails));
    for (String ticket : lines(ZENDESK.resolve("ticket_data.csv"))) {
      String[] cells = ticket.split(",", -1);
      expected.add("zendesk/" + cells[0] + "," + cells[5]);
    }

    assertThat(
            rows(
                """
                select source, string(count(*)) from silver.customer_record group by source
                union all
                select kind, string(count(*)) from silver.touchpoints where kind = 'send' group by kind
                union all
                select feedback_key, date_format(said_at, 'yyyy-MM-dd HH:mm:ss') from silver.feedback
                where words like '%. %'
                """))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void moneyOfAdsAndPartnersAddsUp() throws IOException {
    JsonNode ads = json(META).get("data");
    BigDecimal spent = sum(each(ads).map(ad -> ad.get("spend")));
    long seen = each(ads).mapToLong(ad -> ad.get("impressions").asLong()).sum();
    BigDecimal shipped = sum(amazon().stream().map(week -> week.at("/shippedRevenue/amount")));
    long units = amazon().stream().mapToLong(week -> week.get("shippedUnits").asLong()).sum();

    assertThat(
            rows(
                """
                select 'ads', count(*), sum(impressions), sum(cost), sum(claimed_revenue)
                from silver.ad_spend
                union all
                select 'amazon', count(*), sum(units), sum(sales_amount), 0 from silver.retailer_sales
                """))
        .containsExactlyInAnyOrder(
            "ads,%d,%d,%s,3300.000000".formatted(ads.size(), seen, spent),
            "amazon,%d,%d,%s,0.000000".formatted(amazon().size(), units, shipped.setScale(2)));
  }

  @Test
  void theEventsOfASessionAreOneVisit() throws IOException {
    Map<String, TreeSet<String>> times = new TreeMap<>();
    Map<String, String> channels = new TreeMap<>();
    for (String[] event : events()) {
      times.computeIfAbsent(event[1], session -> new TreeSet<>()).add(event[3]);
      channels.put(event[1], CHANNELS.getOrDefault(event[5], event[5]));
    }

    assertThat(
            rows(
                """
                select substring_index(touchpoint_key, '/', -1), channel,
                  date_format(happened_at, 'yyyy-MM-dd HH:mm:ss'),
                  date_format(ended_at, 'yyyy-MM-dd HH:mm:ss')
                from silver.touchpoints where kind = 'visit' order by 1
                """))
        .isEqualTo(
            times.entrySet().stream()
                .map(
                    one ->
                        String.join(
                            ",",
                            one.getKey(),
                            channels.get(one.getKey()),
                            one.getValue().first(),
                            one.getValue().last()))
                .toList());
  }
}
