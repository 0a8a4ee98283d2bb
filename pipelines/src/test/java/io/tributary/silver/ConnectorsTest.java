package io.tributary.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Table;
import io.tributary.lake.YamlFile;
import io.tributary.lake.ops.Quarantine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same two orders, one of a guest, as four tools land them. */
class ConnectorsTest {
  private static final Path CONF = Path.of(System.getProperty("project.root", ".."), "conf");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 20);
  private static final String[] SALE = {
    "line_key",
    "record_key",
    "ordered_at",
    "order_date",
    "sku",
    "quantity",
    "net_amount",
    "currency"
  };
  private static final String[] ORDER = {
    "order_key", "record_key", "sales_channel", "customer_record_key", "ordered_at", "status"
  };

  @TempDir private Path folder;

  @BeforeEach
  void land() {
    file(
        "shop_orders/2026-06-20/kids.json.gz",
        """
        {"orders":[
        {"id":7,"email":"ann@x.example","created_at":"2026-06-16T19:06:47-07:00","updated_at":"2026-06-20T01:34:15-07:00","cancelled_at":null,"test":false,"currency":"USD","total_price":"120.00","total_tax":"20.00","taxes_included":true,"financial_status":"paid","fulfillment_status":"fulfilled","source_name":"web","landing_site":"/?utm_medium=cpc&utm_campaign=summer","customer":{"id":42},"line_items":[{"id":70,"sku":"KD-1","quantity":1,"price":"80.00","total_discount":"0.00"},{"id":71,"sku":"KD-2","quantity":2,"price":"25.00","total_discount":"10.00"}]},
        {"id":8,"email":"bob@x.example","created_at":"2026-06-17T10:00:00-07:00","updated_at":"2026-06-17T10:00:00-07:00","cancelled_at":null,"test":false,"currency":"USD","total_price":"9.00","total_tax":"0.00","taxes_included":false,"financial_status":"pending","fulfillment_status":null,"source_name":"ios","landing_site":"/","line_items":[{"id":80,"sku":"KD-3","quantity":1,"price":"9.00","total_discount":"0.00"}]}
        ]}
        """);
    file(
        "airbyte_shop_orders/2026-06-20/kids.jsonl.gz",
        """
        {"_airbyte_raw_id":"a","_airbyte_data":{"id":7,"email":"ann@x.example","created_at":"2026-06-16T19:06:47-07:00","updated_at":"2026-06-20T01:34:15-07:00","cancelled_at":null,"test":false,"currency":"USD","total_price":"120.00","total_tax":"20.00","taxes_included":true,"financial_status":"paid","fulfillment_status":"fulfilled","source_name":"web","landing_site":"/?utm_medium=cpc&utm_campaign=summer","customer":{"id":42},"line_items":[{"id":70,"sku":"KD-1","quantity":1,"price":"80.00","total_discount":"0.00"},{"id":71,"sku":"KD-2","quantity":2,"price":"25.00","total_discount":"10.00"}]}}
        {"_airbyte_raw_id":"b","_airbyte_data":{"id":8,"email":"bob@x.example","created_at":"2026-06-17T10:00:00-07:00","updated_at":"2026-06-17T10:00:00-07:00","cancelled_at":null,"test":false,"currency":"USD","total_price":"9.00","total_tax":"0.00","taxes_included":false,"financial_status":"pending","fulfillment_status":null,"source_name":"ios","landing_site":"/","line_items":[{"id":80,"sku":"KD-3","quantity":1,"price":"9.00","total_discount":"0.00"}]}}
        """);
    file(
        "shop_orders_graphql/2026-06-20/kids.json.gz",
        """
        {"data":{"orders":{"edges":[
        {"node":{"id":"gid://shopify/Order/7","email":"ann@x.example","createdAt":"2026-06-17T02:06:47Z","updatedAt":"2026-06-20T08:34:15Z","cancelledAt":null,"test":false,"sourceName":"web","displayFinancialStatus":"PAID","displayFulfillmentStatus":"FULFILLED","taxesIncluded":true,"currencyCode":"USD","totalPriceSet":{"shopMoney":{"amount":"120.00"}},"totalTaxSet":{"shopMoney":{"amount":"20.00"}},"customer":{"id":"gid://shopify/Customer/42"},"lineItems":{"edges":[{"node":{"id":"gid://shopify/LineItem/70","sku":"KD-1","quantity":1,"originalUnitPriceSet":{"shopMoney":{"amount":"80.00"}},"totalDiscountSet":{"shopMoney":{"amount":"0.00"}}}},{"node":{"id":"gid://shopify/LineItem/71","sku":"KD-2","quantity":2,"originalUnitPriceSet":{"shopMoney":{"amount":"25.00"}},"totalDiscountSet":{"shopMoney":{"amount":"10.00"}}}}]}}},
        {"node":{"id":"gid://shopify/Order/8","email":"bob@x.example","createdAt":"2026-06-17T17:00:00Z","updatedAt":"2026-06-17T17:00:00Z","cancelledAt":null,"test":false,"sourceName":"ios","displayFinancialStatus":"PENDING","displayFulfillmentStatus":"UNFULFILLED","taxesIncluded":false,"currencyCode":"USD","totalPriceSet":{"shopMoney":{"amount":"9.00"}},"totalTaxSet":{"shopMoney":{"amount":"0.00"}},"customer":null,"lineItems":{"edges":[{"node":{"id":"gid://shopify/LineItem/80","sku":"KD-3","quantity":1,"originalUnitPriceSet":{"shopMoney":{"amount":"9.00"}},"totalDiscountSet":{"shopMoney":{"amount":"0.00"}}}}]}}}
        ]}}}
        """);
    file(
        "fivetran_shop_orders/2026-06-20/order.csv.gz",
        """
        id,email,created_at,updated_at,cancelled_at,currency,total_price,total_tax,taxes_included,financial_status,fulfillment_status,source_name,landing_site_base_url,customer_id,test
        7,ann@x.example,2026-06-17 02:06:47,2026-06-20 08:34:15,,USD,120.00,20.00,true,paid,fulfilled,web,/?utm_medium=cpc&utm_campaign=summer,42,false
        8,bob@x.example,2026-06-17 17:00:00,2026-06-17 17:00:00,,USD,9.00,0.00,false,pending,,ios,/,,false
        """);
    file(
        "fivetran_shop_order_lines/2026-06-20/order_line.csv.gz",
        """
        id,order_id,index,sku,quantity,price,total_discount,_fivetran_synced
        70,7,0,KD-1,1,80.00,0.00,2026-06-21T03:12:09+00:00
        71,7,1,KD-2,2,25.00,10.00,2026-06-21T03:12:09+00:00
        71,7,1,KD-2,1,25.00,10.00,2026-06-20T03:12:09+00:00
        80,8,0,KD-3,1,9.00,0.00,2026-06-21T03:12:09+00:00
        """);
  }

  @Test
  void theSameOrdersComeOutEqualFromAllRoads() {
    SilverHouse plain = night("native");

    Rows.assertRows(
        plain.table(OrderLines.TABLE),
        """
        line_key       | sku  | quantity | net_amount
        shop/kids/7/70 | KD-1 | 1        | 66.67
        shop/kids/7/71 | KD-2 | 2        | 33.33
        shop/kids/8/80 | KD-3 | 1        | 9.00
        """);
    for (String road : List.of("graphql", "airbyte", "fivetran")) {
      SilverHouse house = night(road);
      for (Table table : List.of(Orders.TABLE, OrderLines.TABLE, CustomerRecord.TABLE)) {
        assertThat(rows(house, table)).as(road + " " + table).isEqualTo(rows(plain, table));
      }
    }
    assertThat(channels(night("fivetran"))).isEqualTo(channels(plain));
  }

  @Test
  void anOrderThatFivetranMarksAsDeletedIsCancelled() {
    SilverHouse house = night("fivetran");
    file(
        "fivetran_shop_orders/2026-06-21/order.csv.gz",
        """
        id,email,created_at,updated_at,cancelled_at,currency,total_price,total_tax,taxes_included,financial_status,fulfillment_status,source_name,landing_site_base_url,customer_id,test,_fivetran_deleted,_fivetran_synced
        7,ann@x.example,2026-06-17 02:06:47,2026-06-20 08:34:15,,USD,120.00,20.00,true,paid,fulfilled,web,/,42,false,true,2026-06-20T23:01:02+00:00
        8,bob@x.example,2026-06-17 17:00:00,2026-06-20 17:00:00,,USD,9.00,0.00,false,paid,,ios,/,,false,false,2026-06-20T23:01:02+00:00
        """);

    assertThat(house.night(DAY.plusDays(1)).isPublished()).isTrue();

    Rows.assertRows(
        house.table(Orders.TABLE),
        """
        order_key   | status    | is_counted
        shop/kids/7 | cancelled | false
        shop/kids/8 | completed | true
        """);
  }

  @Test
  void aSourceWithHistoryGoesOnByAnotherRoad() {
    SilverHouse plain = night("native");
    SilverHouse house = plain;
    LocalDate day = DAY;
    for (String road : List.of("graphql", "fivetran")) {
      day = day.plusDays(1);
      house = house.retold(sources(road));
      assertThat(house.night(day).isPublished()).isTrue();

      assertThat(Rows.of(house.table(Quarantine.TABLE))).as(road).isEmpty();
      for (Table table : List.of(Orders.TABLE, OrderLines.TABLE, CustomerRecord.TABLE)) {
        assertThat(rows(house, table)).as(road + " " + table).isEqualTo(rows(plain, table));
      }
    }
    Rows.assertRows(
        house
            .table(io.tributary.lake.ops.Files.TABLE)
            .where("source = 'shop_orders'")
            .selectExpr("sum(landed) as landed", "sum(accepted) as accepted"),
        "landed | accepted\n6 | 2");
  }

  @Test
  void whatLandedByAnEarlierRoadStandsUntilItComesAgain() {
    SilverHouse house = night("fivetran");
    file(
        "airbyte_shop_orders/2026-06-21/kids.jsonl.gz",
        """
        {"_airbyte_raw_id":"c","_airbyte_data":{"id":7,"email":"ann@x.example","created_at":"2026-06-16T19:06:47-07:00","updated_at":"2026-06-21T01:00:00-07:00","cancelled_at":"2026-06-21T01:00:00-07:00","test":false,"currency":"USD","total_price":"120.00","total_tax":"20.00","taxes_included":true,"financial_status":"refunded","fulfillment_status":null,"source_name":"web","landing_site":"/","customer":{"id":42},"line_items":[{"id":70,"sku":"KD-1","quantity":1,"price":"80.00","total_discount":"0.00"}]}}
        """);

    SilverHouse after =
        house.retold(List.of(shopOrders("airbyte", "then 'app'", "then 'partner'")));
    LocalDate day = DAY.plusDays(1);
    assertThat(after.night(day, file -> file.delivered().equals(day), step -> true).isPublished())
        .isTrue();

    Rows.assertRows(
        after.table(Orders.TABLE),
        """
        order_key   | sales_channel | status
        shop/kids/7 | web           | cancelled
        shop/kids/8 | partner       | unfulfilled
        """);
    Rows.assertRows(
        after.table(OrderLines.TABLE),
        """
        line_key       | sku  | quantity | net_amount
        shop/kids/7/70 | KD-1 | 1        | 66.67
        shop/kids/8/80 | KD-3 | 1        | 9.00
        """);
  }

  private static List<String> rows(SilverHouse house, Table table) {
    if (table.equals(CustomerRecord.TABLE)) {
      return Rows.of(house.table(table).select("record_key", "email_hash", "signed_up_at"));
    }
    String[] columns = table.equals(Orders.TABLE) ? ORDER : SALE;
    return Rows.of(house.table(table).selectExpr(columns)).stream().sorted().toList();
  }

  private static List<String> channels(SilverHouse house) {
    return Rows.of(house.table(Orders.TABLE).select("order_key", "channel", "campaign")).stream()
        .sorted()
        .toList();
  }

  private SilverHouse night(String connector) {
    Path home = folder.resolve(connector + System.nanoTime());
    Business business = new Business("USD", "America/Los_Angeles", Map.of());
    SilverHouse house =
        new SilverHouse(home, folder.resolve("landing"), sources(connector), business);
    assertThat(house.night(DAY).isPublished()).isTrue();
    return house;
  }

  private List<Source> sources(String connector) {
    List<Source> sources = new ArrayList<>();
    sources.add(shopOrders(connector, "", ""));
    if (connector.equals("fivetran")) {
      Path lines = CONF.resolve("examples/fivetran_shop_order_lines.yaml");
      sources.add(YamlFile.read(lines, Source.class));
    }
    return sources;
  }

  private Source shopOrders(String connector, String told, String otherwise) {
    try {
      String yaml = Files.readString(CONF.resolve("sources/shop_orders.yaml"));
      Path chosen = folder.resolve("shop_orders.yaml");
      Files.writeString(
          chosen,
          yaml.replace("connector: native", "connector: " + connector).replace(told, otherwise));
      return YamlFile.read(chosen, Source.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void file(String path, String text) {
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
